"use strict";
(function () {
  var form = document.querySelector("form[data-leave]");
  if (form) form.submit();
  var ticket = document.querySelector("[data-wechat]");
  if (!ticket) return;
  var data = ticket.dataset;
  function open() {
    window.WeixinJSBridge.invoke("getBrandWCPayRequest", {
      appId: data.appId, timeStamp: data.timeStamp, nonceStr: data.nonceStr, package: data.package, signType: data.signType, paySign: data.paySign
    }, function () { window.location.replace(data.back); });
  }
  if (window.WeixinJSBridge) open();
  else document.addEventListener("WeixinJSBridgeReady", open, false);
})();
