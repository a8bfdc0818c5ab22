using System.Globalization;

namespace YbPay.Cryptography.Tests;

/// <summary>Random inputs that can be had again: a failure names its seed, and <c>YBPAY_SEED</c> runs that round alone.</summary>
public static class Seeded
{
    private static readonly string? Wish = Environment.GetEnvironmentVariable("YBPAY_SEED");

    public static void Run(int rounds, Action<Random> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var first = Wish is null ? Random.Shared.Next(1_000_000_000) : int.Parse(Wish, CultureInfo.InvariantCulture);
        for (var round = 0; round < (Wish is null ? rounds : 1); round++)
        {
            var seed = first + round;
            try
            {
                body(new Random(seed));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Failed with YBPAY_SEED={seed}: {failure.Message}", failure);
            }
        }
    }

    public static byte[] Bytes(this Random random, int size)
    {
        ArgumentNullException.ThrowIfNull(random);
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A length of every kind: around block borders, small, and sometimes large.</summary>
    public static int Length(this Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Next(4) switch
        {
            0 => (random.Next(9) * 16) + random.Next(-1, 2) is var near && near < 0 ? 0 : near,
            1 => random.Next(64),
            2 => random.Next(1000),
            _ => random.Next(20_000),
        };
    }

    /// <summary>The hex of a private key; now and then one with leading zeros or at the edge of the range.</summary>
    public static string PrivateKey(this Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var d = random.Bytes(32);
        d[0] &= 0x7F; // surely below n
        if (random.Next(4) == 0)
            d.AsSpan(0, random.Next(1, 31)).Clear();
        d[31] |= 1; // surely not 0
        return Convert.ToHexString(d);
    }
}
