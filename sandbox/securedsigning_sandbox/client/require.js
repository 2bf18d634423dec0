// Loads the script that data-main of this script's tag names, as RequireJS does; nothing else of RequireJS is here.
"use strict";

(() => {
  const main = document.currentScript.dataset.main;
  if (!main) throw new Error("Secured Signing: the script tag needs data-main, such as <base URL>/v1.4/client/scripts/main.");
  const script = document.createElement("script");
  script.src = main.endsWith(".js") ? main : `${main}.js`;
  script.onerror = () => console.error(`Secured Signing: ${script.src} cannot be loaded.`);
  document.head.append(script);
})();
