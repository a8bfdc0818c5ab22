// The pages work without this file. It adds: one tap pays once, a loading pop-up, and a detail that is a true modal dialog.
(function () {
  "use strict";
  var form = document.getElementById("pay");
  if (!form) return;

  var button = document.getElementById("go");
  var loading = document.getElementById("loading");
  var detail = document.getElementById("detail");
  var isSent = false;

  function show(isWaiting) {
    isSent = isWaiting;
    button.disabled = isWaiting;
    form.setAttribute("aria-busy", isWaiting ? "true" : "false");
    if (!loading.showModal) return;
    if (isWaiting && !loading.open) loading.showModal();
    if (!isWaiting && loading.open) loading.close();
  }

  form.addEventListener("submit", function (event) {
    if (isSent) event.preventDefault();
    else show(true);
  });

  // Back from the bank by the back key: the browser may show the page as it was left.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show(false);
  });

  // A payment on its way is not called off by Escape.
  loading.addEventListener("cancel", function (event) { event.preventDefault(); });

  if (!detail.showModal) return; // An old web view: the style sheet shows #detail by its address.

  function followAddress() {
    if (location.hash === "#detail") {
      if (!detail.open) detail.showModal();
    } else if (detail.open) {
      detail.close();
    }
  }

  function leave() {
    detail.close();
  }

  window.addEventListener("hashchange", followAddress);
  detail.addEventListener("close", function () {
    if (location.hash === "#detail") history.back();
    document.getElementById("more").focus();
  });
  detail.addEventListener("click", function (event) {
    if (event.target === detail) leave();
  });
  detail.querySelector(".detail-close").addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });
  followAddress();
})();
