"""The one place that names the HTTP library; moving to its successor is a change of this file.

Everything in the package that speaks HTTP says ``from securedsigning._http import httpx``. The library is
imported when the first client is made, not when the package is.
"""

import httpx as httpx
