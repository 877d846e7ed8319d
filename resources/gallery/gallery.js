"use strict";
/* Sliders and the large view. Without this script the page still shows every photograph and its caption. */
(() => {
  const figures = [...document.querySelectorAll("figure")];
  const dialog = document.querySelector("dialog");
  const stage = dialog.querySelector(".stage");
  const legend = dialog.querySelector(".legend");
  let shown = 0;

  function ratioOf(element) {
    const image = element.querySelector(".after");
    return image.getAttribute("width") / image.getAttribute("height");
  }

  function connect(picture) {
    const slider = picture.querySelector("input");
    if (!slider) return;
    const show = () => picture.style.setProperty("--share", slider.value + "%");
    slider.addEventListener("input", show);
    show();
  }

  function open(number) {
    shown = (number + figures.length) % figures.length;
    const figure = figures[shown];
    const original = figure.querySelector(".picture");
    const picture = original.cloneNode(true);
    picture.style.setProperty("--ratio", ratioOf(picture));
    for (const each of picture.querySelectorAll("img")) {
      each.removeAttribute("loading");
      each.sizes = "100vw";
    }
    const before = original.querySelector("input");
    if (before) picture.querySelector("input").value = before.value;
    connect(picture);
    stage.replaceChildren(picture);
    legend.textContent = [...figure.querySelectorAll("figcaption bdi")].map((part) => part.textContent).join(" · ");
    if (!dialog.open) dialog.showModal();
    (picture.querySelector("input") || dialog.querySelector(".following")).focus();
  }

  for (const figure of figures) figure.style.setProperty("--ratio", ratioOf(figure));
  document.querySelector("main").classList.add("rows");
  for (const picture of document.querySelectorAll(".picture")) connect(picture);
  figures.forEach((figure, number) => {
    figure.querySelector(".enlarge").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(number);
    });
  });
  dialog.querySelector(".previous").addEventListener("click", () => open(shown - 1));
  dialog.querySelector(".following").addEventListener("click", () => open(shown + 1));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    stage.replaceChildren();
    figures[shown].querySelector(".enlarge").focus();
  });
  dialog.addEventListener("keydown", (event) => {
    const sliding = event.target.matches("input");
    if (event.key === "PageUp" || (event.key === "ArrowLeft" && !sliding)) open(shown - 1);
    else if (event.key === "PageDown" || (event.key === "ArrowRight" && !sliding)) open(shown + 1);
    else return;
    event.preventDefault();
  });
})();
