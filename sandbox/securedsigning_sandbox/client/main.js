// How a page in a browser calls the API and shows its pages. Calls SSApiLoaded() of the page when it is ready:
//
//   <script data-main="https://.../web/v1.4/client/scripts/main" src="https://.../web/v1.4/client/scripts/require.js"></script>
//   <script>
//     function SSApiLoaded() {
//       const signing = new SecuredSigning({apiKey, baseUrl: "https://.../web", version: "v1.4", scope, authGenerator: "/auth"});
//       signing.getSignResource2({SigningKey: key}, "container", showError, showThanks);
//     }
//   </script>
//
// Methods take (request, onSuccess, onError). onError gets an Error with status and, from the API, response.
"use strict";

(() => {
  // Every operation of the API by name: its HTTP method and its path below the version.
  const OPERATIONS = {};

  // Names that the documentation and the official SDKs use for some of them.
  const OTHER_NAMES = {
    sendSmartTagDocument: "sendSmartTag",
    getFormList: "listForms",
    getInvitationEmailTemplates: "listInvitationTemplates",
    getCompletionEmailTemplates: "listCompletionTemplates",
    getActiveDocuments: "listActiveDocuments",
  };

  // 14 is known; 15 and 16 are this sandbox's.
  const RESOURCE = { iSign: 14, weSign: 15, invitee: 16 };
  const STATE = "secured-signing-state";

  class SecuredSigning {
    // Keys: apiKey, baseUrl, version, scope; and either secret, which every visitor of the page can read, or authGenerator and
    // clientAccessTokenGenerator, addresses on your own server, where the secret stays.
    constructor(config) {
      if (!config?.apiKey || !config.baseUrl) throw new Error("Secured Signing: apiKey and baseUrl are needed.");
      if (!config.secret && !config.authGenerator) throw new Error("Secured Signing: secret or authGenerator is needed.");
      this.config = { version: "v1.4", scope: "Basic", ...config };
      const base = new URL(`${config.baseUrl.replace(/\/+$/, "")}/`, location.href); // "//host/web" works too
      this.apiUrl = new URL(this.config.version, base).href;
      this.oauthUrl = `${base.protocol}//${base.host.replaceAll("api", "www")}/api/oauth2`;
      this.accessToken = null;
      this._takeTokenFromAddress();
    }

    // ---- Authentication ------------------------------------------------------------------------------------------------

    // The headers of one request. A nonce is good once, so every request needs new ones.
    async authHeaders() {
      const { apiKey, secret, authGenerator } = this.config;
      const proof = authGenerator ? await fetchJson(authGenerator) : await sign(apiKey, secret);
      const headers = {
        "X-CUSTOM-API-KEY": proof.apiKey ?? apiKey,
        "X-CUSTOM-DATE": String(proof.timestamp),
        "X-CUSTOM-NONCE": proof.nonce,
        "X-CUSTOM-SIGNATURE": proof.signature,
      };
      // Referer, or Origin in its place, is the browser's to send: no page can set it.
      if (this.accessToken) headers.Authorization = `Bearer ${this.accessToken}`;
      return headers;
    }

    // The implicit flow: leaves the page for the login, and comes back to it with a token behind the hash.
    getAccessToken() {
      const state = randomText();
      sessionStorage.setItem(STATE, state);
      const query = new URLSearchParams({
        response_type: "token",
        client_id: this.config.apiKey,
        redirect_uri: location.href.split("#")[0],
        scope: this.config.scope,
        state,
      });
      location.assign(`${this.oauthUrl}/authorize?${query}`);
    }

    _takeTokenFromAddress() {
      const answer = new URLSearchParams(location.hash.slice(1));
      if (!answer.has("access_token") && !answer.has("error")) return;
      const expected = sessionStorage.getItem(STATE);
      sessionStorage.removeItem(STATE);
      history.replaceState(null, "", location.href.split("#")[0]); // no token in the history, nor to be shared with the address
      // An answer without our state was not asked for by this page (RFC 6749, 10.12).
      if (!expected || answer.get("state") !== expected) return;
      this.accessToken = answer.get("access_token");
      this.authorizationError = answer.get("error");
    }

    // A button in the element of that id that starts the login.
    CreateLogin(elementId) {
      const button = makeButton(elementId, this.accessToken ? "Logged in" : "Log in with Secured Signing");
      button.disabled = Boolean(this.accessToken);
      button.addEventListener("click", () => this.getAccessToken());
    }

    // A token for one purpose, such as {client_credential_type: "signing_key", signing_key: key} for an invitee.
    getClientAccessToken(request, onSuccess, onError) {
      return settled(this._clientToken(request), onSuccess, onError);
    }

    async _clientToken(request) {
      const { apiKey, scope, secret, clientAccessTokenGenerator } = this.config;
      const fields = { grant_type: "client_credentials", client_id: apiKey, scope, ...request };
      let body = new FormData();
      let address = clientAccessTokenGenerator;
      if (!address) {
        if (!secret) throw new Error("Secured Signing: clientAccessTokenGenerator or secret is needed for a token.");
        address = `${this.oauthUrl}/token`;
        body = new URLSearchParams();
        Object.assign(fields, { client_secret: secret, redirect_uri: location.href.split("#")[0] });
      }
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const token = await fetchJson(address, { method: "POST", body });
      if (!token.access_token) throw new Error(`Secured Signing: no token: ${token.error_description ?? token.error}`);
      this.accessToken = token.access_token;
      return token;
    }

    // ---- REST ----------------------------------------------------------------------------------------------------------

    // One signed request. query and body are objects; a FormData as body is an upload.
    async call(method, path, { query = {}, body } = {}) {
      const headers = { Accept: "application/json", ...(await this.authHeaders()) };
      const isForm = body instanceof FormData; // the browser writes its Content-Type, with the boundary
      if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
      const search = new URLSearchParams(query).toString();
      return fetchJson(`${this.apiUrl}${path}${search && `?${search}`}`, {
        method,
        headers,
        body: body === undefined || isForm ? body : JSON.stringify(body),
      });
    }

    // A button in the element of that id that uploads a file; onSuccess gets an object with Reference.
    CreateUpload(elementId, onSuccess, onError) {
      const input = Object.assign(document.createElement("input"), { type: "file", hidden: true });
      input.accept = ".pdf,.doc,.docx,.odt,.rtf,.xls,.xlsx,.ods";
      const button = makeButton(elementId, "Upload a document");
      button.after(input);
      button.addEventListener("click", () => input.click());
      input.addEventListener("change", () => {
        if (!input.files.length) return;
        const body = new FormData();
        body.set("file", input.files[0]);
        input.value = ""; // so that the same file can be chosen again
        settled(this.call("POST", "/Document/Uploader", { body }), onSuccess, onError);
      });
    }

    // ---- Pages in a frame ----------------------------------------------------------------------------------------------

    // The address of a page, by its number.
    getUIResource(type, onError, onSuccess) {
      return settled(this.call("GET", "/UI/Resource", { query: { ResourceType: type } }), onSuccess, onError);
    }

    // I Sign: the user signs alone. request is {DocumentReference}.
    getISignResource(request, containerId, onError, onSigned) {
      return this._embedDocuments(RESOURCE.iSign, request, containerId, onError, { signed: onSigned });
    }

    getISignResource2(request, containerId, onError, onSigned) {
      return this.getISignResource(request, containerId, onError, onSigned);
    }

    // We Sign: the user invites others. request is {DocumentReference}, or {DocumentReferences} for a package.
    getWeSignResource(request, containerId, onError, onSent) {
      return this._embedDocuments(RESOURCE.weSign, request, containerId, onError, { sent: onSent });
    }

    // An invitee signs. request is {SigningKey}; onSigned runs when the invitee has signed, onDeclined when they have declined.
    getSignResource2(request, containerId, onError, onSigned, onDeclined) {
      const done = { signed: onSigned, declined: onDeclined };
      const found = this.call("GET", "/UI/Resource", { query: { ResourceType: RESOURCE.invitee } });
      return this._embed(found, (page) => page.Url + encodeURIComponent(request.SigningKey), containerId, onError, done);
    }

    // The older way: the page sets window.AccessKey, the signing key, and window.containerId before.
    getSetupResource(containerId = window.containerId, onError, onSigned) {
      if (this.config.version !== "v1.3") {
        return this.getSignResource2({ SigningKey: window.AccessKey }, containerId, onError, onSigned);
      }
      const address = (page) => page.Url + encodeURIComponent(window.AccessKey);
      return this._embed(this.call("GET", "/UI/Setup"), address, containerId, onError, { signed: onSigned });
    }

    _embedDocuments(type, request, containerId, onError, done) {
      window.requestInfo = request;
      const query = new URLSearchParams();
      for (const reference of request.DocumentReferences ?? [request.DocumentReference]) query.append("DocumentReference", reference);
      const found = this.call("GET", "/UI/Resource", { query: { ResourceType: type } });
      return this._embed(found, (page) => `${page.Url}?${query}`, containerId, onError, done);
    }

    async _embed(found, address, containerId, onError, done) {
      try {
        const container = elementOf(containerId);
        window.containerId = containerId;
        showFrame(container, new URL(address(await found)), onError, done);
      } catch (error) {
        report(error, onError);
      }
    }
  }

  for (const [name, [method, path]] of Object.entries(OPERATIONS)) {
    SecuredSigning.prototype[name] = function (request = {}, onSuccess, onError) {
      const rest = { ...request };
      const filled = path.replace(/\{(\w+)\}/g, (_, parameter) => {
        const value = rest[parameter];
        delete rest[parameter];
        return encodeURIComponent(value);
      });
      const sent = request instanceof FormData ? { body: request } : method === "POST" ? { body: rest } : { query: rest };
      return settled(this.call(method, filled, sent), onSuccess, onError);
    };
  }
  for (const [name, operation] of Object.entries(OTHER_NAMES)) {
    SecuredSigning.prototype[name] = SecuredSigning.prototype[operation];
  }

  // HMAC-SHA-256 over key, time and nonce, joined by line feeds, with the secret's text as key; in Base64.
  async function sign(apiKey, secret) {
    if (!crypto.subtle) throw new Error("Secured Signing: signing needs a page from https, or from localhost.");
    const timestamp = String(Math.floor(Date.now() / 1000));
    const nonce = randomText();
    const bytes = (text) => new TextEncoder().encode(text);
    const key = await crypto.subtle.importKey("raw", bytes(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    const digest = await crypto.subtle.sign("HMAC", key, bytes(`${apiKey}\n${timestamp}\n${nonce}`));
    return { apiKey, timestamp, nonce, signature: btoa(String.fromCharCode(...new Uint8Array(digest))) };
  }

  // 32 random characters, as many as a nonce may have.
  function randomText() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function fetchJson(address, options) {
    const answer = await fetch(address, options);
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const content = isJson ? await answer.json() : await answer.blob(); // a download is no JSON
    if (answer.ok) return content;
    const status = content?.ResponseStatus;
    const details = (status?.Errors ?? []).map((each) => `${each.FieldName}: ${each.Message}`);
    const message = status ? [status.Message, ...details].join(" ") : content?.error_description ?? answer.statusText;
    throw Object.assign(new Error(message), { status: answer.status, response: content });
  }

  // Shows a page of the service in a container, and listens to what it tells:
  // {source: "secured-signing", version: 1, event: "loaded" | "resize" | "signed" | "sent" | "declined" | "error", ...}.
  function showFrame(container, address, onError, done) {
    address.searchParams.set("sdk", "1"); // it then tells this page rather than going to a return address
    const frame = Object.assign(document.createElement("iframe"), { src: address.href, title: "Secured Signing" });
    frame.style.cssText = "display:block;width:100%;border:0;height:100%";
    container.replaceChildren();
    const growsWithPage = container.clientHeight === 0; // a container with a height of its own keeps it
    let isHeard = false;

    const hear = (message) => {
      if (!frame.isConnected) {
        window.removeEventListener("message", hear);
        return;
      }
      // Only what our frame says, and only while it shows the service: anybody may post messages to a window.
      if (message.source !== frame.contentWindow || message.origin !== address.origin) return;
      const { source, version, event, height, problem } = message.data ?? {};
      if (source !== "secured-signing" || version !== 1) return;
      isHeard = true;
      if (event === "resize" && growsWithPage) frame.style.height = `${height}px`;
      if (event === "error") report(new Error(problem), onError);
      done[event]?.(message.data);
    };
    window.addEventListener("message", hear);
    frame.addEventListener("load", () => {
      // A browser that refuses to frame the page says so in its console only.
      const complaint = `The page did not answer. May ${location.origin} show it in a frame? Compare it with the access URL.`;
      setTimeout(() => isHeard || !frame.isConnected || report(new Error(complaint), onError), 2000);
    });
    container.append(frame);
  }

  async function settled(promise, onSuccess, onError) {
    try {
      const answer = await promise;
      onSuccess?.(answer);
      return answer;
    } catch (error) {
      report(error, onError);
    }
  }

  function report(error, onError) {
    if (onError) onError(error);
    else console.error("Secured Signing:", error);
  }

  function elementOf(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`Secured Signing: the page has no element with the id ${id}.`);
    return element;
  }

  function makeButton(elementId, text) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    elementOf(elementId).replaceChildren(button);
    return button;
  }

  window.SecuredSigning = SecuredSigning;
  const start = () => window.SSApiLoaded?.();
  // SSApiLoaded may stand further down in the page.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
