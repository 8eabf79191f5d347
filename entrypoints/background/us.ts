import { browser } from "#imports";

/** Who we are, for telling our own pages from content scripts. */
export const us = () => ({ id: browser.runtime.id, root: browser.runtime.getURL("/") });
