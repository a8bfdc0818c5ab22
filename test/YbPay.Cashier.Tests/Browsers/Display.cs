namespace YbPay.Cashier.Tests.Browsers;

/// <summary>What a page is looked at with. Widths and heights in CSS pixels.</summary>
/// <param name="IsScreenReal">Device pixels are the browser's, not emulated.</param>
public sealed record Display(int Width = 375, int Height = 812, bool IsDark = false, bool HasScript = true, bool IsScreenReal = false);
