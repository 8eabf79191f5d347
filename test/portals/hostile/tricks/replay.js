// Swaps what is held for something else, and plays what it hears of a release once more.
(() => {
  const other = () => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["sourcedId,givenName\nu9,Mallory\n"], "users.csv", { type: "text/csv" }));
    return transfer.files;
  };
  window.hostileSubmitted = [];
  window.hostileChanges = [];
  const input = () => document.querySelector("#upload-file");
  /** Gives the input a file of its own while the person's is held. */
  window.hostileSwap = () => {
    input().files = other();
    return input().files.length;
  };
  let last;
  window.addEventListener(
    "change",
    (event) => {
      last = event;
      window.hostileChanges.push({
        trusted: event.isTrusted,
        names: [...(event.target.files ?? [])].map(({ name, size }) => `${name} ${size}`),
      });
    },
    true,
  );
  /** The release again: the same event object, and copies of it. */
  window.hostileReplay = () => {
    const tries = [
      () => input().dispatchEvent(last),
      () => input().dispatchEvent(new Event("change", { bubbles: true })),
    ];
    for (const attempt of tries) {
      try {
        attempt();
      } catch {}
    }
    return input().files.length;
  };
})();
