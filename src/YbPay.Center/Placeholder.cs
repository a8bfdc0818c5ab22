namespace YbPay.Center;
