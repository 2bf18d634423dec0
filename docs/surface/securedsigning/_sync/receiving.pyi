from __future__ import annotations
from securedsigning._sync.primitives import WRITE_SIZE, in_thread
from securedsigning._http import httpx
from securedsigning._json import loads
from securedsigning.downloads import Download, open_target
from securedsigning.errors import DecodeError, DownloadIncompleteError
from securedsigning.filenames import filename_from_header
from securedsigning.files import BLOCK_SIZE
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from securedsigning.downloads import DownloadTarget
    from securedsigning.operations import Operation

def receive(response: httpx.Response, *, operation: Operation, to: DownloadTarget) -> Download:
    ...
