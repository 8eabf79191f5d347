document.querySelector("#drop-selected").addEventListener("click", () => {
  window.frames.frameWorkspaceWrapper.frames.frameWorkspaceDetail.dropSelected();
});
