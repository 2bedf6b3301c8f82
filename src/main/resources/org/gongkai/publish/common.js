"use strict";
const $ = id => document.getElementById(id);
const english = () => $("l-en").checked;
const languageChanged = () => { document.documentElement.lang = english() ? "en" : "zh-CN"; };
for (const input of document.getElementsByName("l")) input.addEventListener("change", languageChanged);
(() => {
  const wish = (navigator.languages && navigator.languages[0]) || navigator.language || "zh";
  const zh = /^zh/i.test(wish);
  $(zh ? "l-zh" : "l-en").checked = true;
  languageChanged();
})();
