import * as kit from "./kit.js";

/** The innermost frame draws and publishes; it finds the page's data and saving here. */
window.kit = kit;
window.dispatchEvent(new Event("kit"));
