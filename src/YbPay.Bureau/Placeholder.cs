namespace YbPay.Bureau;
