namespace YbPay.Sandbox;
