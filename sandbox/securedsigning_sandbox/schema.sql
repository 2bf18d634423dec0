-- What a sandbox remembers. Whoever changes a table raises SCHEMA_VERSION in store.py; tables that a reset leaves alone are
-- named there too. Times are Unix seconds; `content` and `pdf` are names of files in the folder beside the database.

-- Accounts, keys, tokens
CREATE TABLE accounts (
  reference TEXT PRIMARY KEY, email TEXT UNIQUE NOT NULL, name TEXT NOT NULL, password TEXT NOT NULL,
  documents_in_plan INTEGER, on_hold INTEGER NOT NULL DEFAULT 0);
CREATE TABLE api_keys (
  api_key TEXT PRIMARY KEY, secret TEXT NOT NULL, name TEXT NOT NULL, access_url TEXT NOT NULL,
  oauth_required INTEGER NOT NULL, partner INTEGER NOT NULL, account TEXT NOT NULL REFERENCES accounts);
CREATE INDEX api_keys_by_account ON api_keys (account);
CREATE TABLE nonces (api_key TEXT, nonce TEXT, seen_at REAL NOT NULL, PRIMARY KEY (api_key, nonce));
CREATE INDEX nonces_by_time ON nonces (seen_at);
CREATE TABLE codes (
  code TEXT PRIMARY KEY, api_key TEXT NOT NULL, account TEXT NOT NULL, scope TEXT NOT NULL, redirect_uri TEXT NOT NULL,
  challenge TEXT, challenge_method TEXT, expires_at REAL NOT NULL);
CREATE TABLE tokens (
  access_token TEXT PRIMARY KEY, refresh_token TEXT, api_key TEXT NOT NULL, account TEXT, kind TEXT NOT NULL,
  subject TEXT, scope TEXT NOT NULL, expires_at REAL NOT NULL, calls INTEGER NOT NULL DEFAULT 0);
CREATE INDEX tokens_by_refresh ON tokens (refresh_token);
CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);

-- Documents and their signers
CREATE TABLE packages (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, client_reference TEXT);
CREATE TABLE documents (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, extension TEXT NOT NULL,
  client_reference TEXT, status TEXT NOT NULL, content TEXT NOT NULL, pdf TEXT, due_at REAL, due_date TEXT, gmt TEXT,
  last_signed_at REAL, package TEXT REFERENCES packages, package_position INTEGER NOT NULL DEFAULT 0, return_url TEXT,
  notify_url TEXT, notify_key TEXT REFERENCES api_keys ON DELETE SET NULL, created_at REAL NOT NULL, product TEXT,
  sender_name TEXT, sender_email TEXT, meeting_at REAL, form TEXT, sequential INTEGER NOT NULL DEFAULT 1);
CREATE INDEX documents_by_account ON documents (account, status, created_at);
CREATE INDEX documents_under_way ON documents (account, created_at)
  WHERE status NOT IN ('Archived', 'Complete', 'Declined', 'Deleted', 'Rejected');
CREATE INDEX documents_by_time ON documents (created_at);
CREATE INDEX documents_by_status ON documents (status, created_at);
CREATE INDEX documents_by_package ON documents (package, package_position);
CREATE INDEX documents_by_notify_key ON documents (notify_key);
CREATE TABLE timed_events (document TEXT NOT NULL, kind TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX timed_events_by_time ON timed_events (at);
CREATE INDEX timed_events_by_document ON timed_events (document);
CREATE TABLE signers (
  reference TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents, signing_order INTEGER NOT NULL,
  first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL, mobile TEXT, client_reference TEXT,
  signing_key TEXT UNIQUE NOT NULL, status TEXT NOT NULL, declined_reason TEXT, embedded INTEGER NOT NULL, return_url TEXT,
  invitation_template TEXT, completion_template TEXT, subject TEXT, message TEXT, personal INTEGER NOT NULL DEFAULT 0,
  viewed INTEGER NOT NULL DEFAULT 0, signer_type TEXT, has_signed INTEGER NOT NULL DEFAULT 0,
  face_to_face INTEGER NOT NULL DEFAULT 0,  -- 1: marked so, 2: and the device was handed over
  mobile_country TEXT, id_check INTEGER NOT NULL DEFAULT 0, asked_for_files INTEGER NOT NULL DEFAULT 0);
CREATE INDEX signers_by_document ON signers (document, signing_order);
CREATE TABLE log (
  document TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, action TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX log_by_document ON log (document);
CREATE TABLE certificates (reference TEXT PRIMARY KEY, document TEXT UNIQUE NOT NULL REFERENCES documents);

-- Mails
CREATE TABLE email_templates (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, is_default INTEGER NOT NULL,
  subject TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX email_templates_by_account ON email_templates (account, kind);
CREATE TABLE mails (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, recipient TEXT NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL,
  body TEXT NOT NULL, link TEXT NOT NULL, document TEXT NOT NULL, signer TEXT NOT NULL, at REAL NOT NULL,
  sender TEXT NOT NULL);
CREATE INDEX mails_by_recipient ON mails (recipient, id);
CREATE INDEX mails_by_document ON mails (document, id);
CREATE TABLE recipients (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
  email TEXT NOT NULL, is_default INTEGER NOT NULL, is_reviewer INTEGER NOT NULL, is_default_reviewer INTEGER NOT NULL);
CREATE INDEX recipients_by_account ON recipients (account, kind);
CREATE TABLE share_users (
  document TEXT NOT NULL REFERENCES documents, first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL,
  is_owner INTEGER NOT NULL, completion_template TEXT);
CREATE INDEX share_users_by_document ON share_users (document);

-- Embedded pages: keys for one purpose, and the documents that are shown through them
CREATE TABLE embedded_keys (
  key TEXT PRIMARY KEY, account TEXT NOT NULL, token TEXT, sender TEXT, product TEXT NOT NULL, outcome TEXT,
  expires_at REAL NOT NULL);
CREATE TABLE embedded_documents (
  key TEXT NOT NULL REFERENCES embedded_keys, document TEXT NOT NULL REFERENCES documents, position INTEGER NOT NULL,
  pdf TEXT NOT NULL, PRIMARY KEY (key, document));
CREATE INDEX embedded_documents_by_document ON embedded_documents (document);

-- Attachments
CREATE TABLE attachments (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, extension TEXT NOT NULL, number TEXT,
  category TEXT, content TEXT NOT NULL);
CREATE INDEX attachments_by_account ON attachments (account);
CREATE TABLE given_attachments (
  signer TEXT NOT NULL REFERENCES signers, position INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (signer, position));
CREATE INDEX given_attachments_by_content ON given_attachments (content);

-- What comes of signing, besides the signed document
CREATE TABLE uploaded_files (
  document TEXT NOT NULL REFERENCES documents, signer TEXT NOT NULL REFERENCES signers, name TEXT NOT NULL,
  content TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX uploaded_files_by_document ON uploaded_files (document);
CREATE INDEX uploaded_files_by_signer ON uploaded_files (signer);
CREATE TABLE snapshots (
  document TEXT NOT NULL REFERENCES documents, signer TEXT NOT NULL REFERENCES signers, pdf TEXT NOT NULL,
  at REAL NOT NULL);
CREATE INDEX snapshots_by_document ON snapshots (document);
CREATE INDEX snapshots_by_signer ON snapshots (signer);
CREATE TABLE recordings (document TEXT PRIMARY KEY REFERENCES documents, name TEXT NOT NULL, content BLOB NOT NULL);

-- Fields that signers fill in
CREATE TABLE fields (
  reference TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents, position INTEGER NOT NULL,
  signing_order INTEGER NOT NULL, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
  required INTEGER NOT NULL, read_only INTEGER NOT NULL, options TEXT NOT NULL, client_field TEXT);
CREATE INDEX fields_by_document ON fields (document, position);

-- Form Direct
CREATE TABLE forms (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, design TEXT NOT NULL);
CREATE INDEX forms_by_account ON forms (account);
CREATE TABLE employers (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, kind TEXT NOT NULL, details TEXT NOT NULL);
CREATE INDEX employers_by_account ON employers (account, kind);
CREATE TABLE identities (
  signer TEXT PRIMARY KEY REFERENCES signers, questions TEXT NOT NULL, proven INTEGER NOT NULL DEFAULT 0);

-- Form Filler; `design`, `slots` and `ids` are JSON
CREATE TABLE filler_templates (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, design TEXT NOT NULL, slots TEXT NOT NULL, ids TEXT NOT NULL);
CREATE INDEX filler_templates_by_account ON filler_templates (account);

-- Mail merge and workflows
CREATE TABLE merges (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents, terms TEXT NOT NULL,
  pdf TEXT, status TEXT NOT NULL, created_at REAL NOT NULL, actor_name TEXT NOT NULL, actor_email TEXT NOT NULL);
CREATE INDEX merges_by_document ON merges (document);
CREATE TABLE merge_rows (
  merge TEXT NOT NULL REFERENCES merges, position INTEGER NOT NULL, fields TEXT NOT NULL, people TEXT NOT NULL,
  document TEXT REFERENCES documents, done INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (merge, position));
CREATE INDEX merge_rows_by_document ON merge_rows (document);
CREATE TABLE workflows (reference TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX workflows_by_account ON workflows (account);

-- Senders, partners, billing
CREATE TABLE senders (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL, client_reference TEXT,
  details TEXT NOT NULL, UNIQUE (account, email), UNIQUE (account, client_reference));
CREATE TABLE companies (
  reference TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, code TEXT UNIQUE NOT NULL,
  authentication_code TEXT NOT NULL, update_key TEXT NOT NULL, details TEXT NOT NULL, users_in_plan INTEGER,
  documents_in_plan INTEGER, created_at REAL NOT NULL);
CREATE TABLE partnerships (
  partner TEXT NOT NULL REFERENCES accounts, company TEXT NOT NULL REFERENCES companies, client_reference TEXT,
  PRIMARY KEY (partner, company));
CREATE INDEX partnerships_by_company ON partnerships (company);
CREATE TABLE company_users (
  account TEXT PRIMARY KEY REFERENCES accounts, company TEXT NOT NULL REFERENCES companies, is_admin INTEGER NOT NULL,
  client_reference TEXT, details TEXT NOT NULL, UNIQUE (company, client_reference));
CREATE TABLE connect_keys (
  connect_key TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, partner TEXT NOT NULL REFERENCES accounts,
  works_once INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0);
CREATE INDEX connect_keys_by_account ON connect_keys (account, partner);
CREATE INDEX connect_keys_by_partner ON connect_keys (partner);
CREATE TABLE uses (
  account TEXT NOT NULL, month TEXT NOT NULL, sender TEXT NOT NULL, documents INTEGER NOT NULL,
  PRIMARY KEY (account, month, sender));
CREATE TABLE invoices (
  reference TEXT PRIMARY KEY, account TEXT NOT NULL, number TEXT UNIQUE NOT NULL, month TEXT NOT NULL, at REAL NOT NULL,
  description TEXT NOT NULL, type TEXT NOT NULL, lines TEXT NOT NULL, UNIQUE (account, month));

-- Notifications; `body` as it is sent. An id is never used again: an attempt may outlast a reset
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, event TEXT NOT NULL, target TEXT NOT NULL, body TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at REAL, at REAL NOT NULL,
  sent_again INTEGER NOT NULL DEFAULT 0);
CREATE INDEX deliveries_by_time ON deliveries (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX deliveries_by_document ON deliveries (document);
CREATE TABLE delivery_attempts (delivery INTEGER NOT NULL, at REAL NOT NULL, status INTEGER, problem TEXT);
CREATE INDEX attempts_by_delivery ON delivery_attempts (delivery);

-- Requests
CREATE TABLE requests (
  id INTEGER PRIMARY KEY, at REAL NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, operation TEXT NOT NULL,
  status INTEGER NOT NULL, reason TEXT NOT NULL);
