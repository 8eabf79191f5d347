// Served as /worker.js: it sees every request of the origin's pages, and answers some with its own.
const asked = [];
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, protocol } = new URL(event.request.url);
  if (pathname === "/asked")
    return event.respondWith(
      new Response(JSON.stringify(asked), { headers: { "content-type": "application/json" } }),
    );
  asked.push(`${protocol}${pathname}`);
});
self.addEventListener("message", (event) => event.source?.postMessage({ asked }));
