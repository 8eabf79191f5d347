// Makes up what a person or a guest of the page would do; nothing of it is trusted by the browser.
(() => {
  const table = () => {
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(["sourcedId,givenName\nu1,Ana\nu1,Ana\n"], "users.csv", { type: "text/csv" }),
    );
    return transfer;
  };
  const everywhere = { bubbles: true, cancelable: true, composed: true };
  window.hostileUploads = () => {
    const input = document.querySelector("#upload-file");
    input.files = table().files;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, everywhere));
    for (const type of ["dragenter", "dragover", "drop"]) {
      input.dispatchEvent(new DragEvent(type, { ...everywhere, dataTransfer: table() }));
      document.body.dispatchEvent(new DragEvent(type, { ...everywhere, dataTransfer: table() }));
    }
    input.dispatchEvent(new ClipboardEvent("paste", { ...everywhere, clipboardData: table() }));
    return input.files.length;
  };
  /** Speaks as our two scripts in the page speak with each other; how many of these events somebody answered. */
  window.hostileWorld = () => {
    let answered = 0;
    const offer = (target, event) => {
      if (!target.dispatchEvent(event)) answered += 1;
    };
    const doors = [];
    window.addEventListener(
      "elementready",
      (event) => event.relatedTarget && doors.push(event.relatedTarget),
      true,
    );
    const input = document.querySelector("#upload-file");
    input.files = table().files;
    const loose = input.cloneNode();
    loose.files = table().files;
    const own = [input, loose, document.createElement("i")];
    for (const about of own) {
      for (const type of ["elementready", "elementwanted", "click", "change"]) {
        const options = { relatedTarget: about, cancelable: true };
        offer(window, new FocusEvent(type, options));
        if (type === "click") continue;
        offer(about, new CustomEvent(type, { cancelable: true, detail: [...table().files] }));
      }
    }
    loose.click();
    loose.dispatchEvent(new Event("change", everywhere));
    return { answered, doors: doors.filter((door) => !own.includes(door)).length, left: loose.files.length };
  };
  window.hostileEdits = () => {
    const cells = [...document.querySelectorAll("#roster-grid input, #roster-grid select, #add-student")];
    for (const cell of cells) {
      for (const type of ["pointerdown", "mousedown", "focusin", "pointerup", "click"]) {
        cell.dispatchEvent(new PointerEvent(type, everywhere));
      }
      if (cell.localName === "input") cell.value = "Forged";
      for (const type of ["keydown", "keyup"])
        cell.dispatchEvent(new KeyboardEvent(type, { ...everywhere, key: "a" }));
      for (const type of ["beforeinput", "input"])
        cell.dispatchEvent(new InputEvent(type, { ...everywhere, data: "a" }));
      cell.dispatchEvent(new Event("change", everywhere));
    }
    const form = document.querySelector("#roster-form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.dispatchEvent(new SubmitEvent("submit", everywhere));
    document.querySelector("#roster-submit").dispatchEvent(new MouseEvent("click", everywhere));
    const hosts = [...document.documentElement.children].filter((child) => child.hasAttribute("popover"));
    for (const host of hosts) {
      host.click();
      for (const key of ["Enter", " ", "Escape", "F6"]) {
        host.dispatchEvent(new KeyboardEvent("keydown", { ...everywhere, key }));
      }
    }
    return hosts.length;
  };
  const types =
    "portal/hello portal/roster portal/saved portal/reported portal/released portal/open-panel host/brief".split(
      " ",
    );
  /** A thousand handshakes by message, with no port, one or two, and with whatever a token could be. */
  window.hostileMessages = () => {
    const told = [];
    window.addEventListener("message", (event) => event.source !== window && told.push(String(event.data)));
    for (let at = 0; at < 1000; at += 1) {
      const channels = Array.from({ length: at % 3 }, () => new MessageChannel());
      for (const { port1 } of channels) port1.onmessage = (event) => told.push(JSON.stringify(event.data));
      const message = {
        type: types[at % types.length],
        token: String(at % 7),
        jobId: "1",
        files: [],
        edits: [],
        at,
      };
      window.postMessage(
        message,
        at % 2 === 0 ? "*" : location.origin,
        channels.map(({ port2 }) => port2),
      );
    }
    return new Promise((resolve) => setTimeout(() => resolve(told), 1500));
  };
})();
