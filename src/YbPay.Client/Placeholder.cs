namespace YbPay.Client;
