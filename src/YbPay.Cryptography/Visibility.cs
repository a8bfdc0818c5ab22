using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("YbPay.Cryptography.Tests")]
