namespace YbPay.Center.Cash.WeChat;

/// <summary>A merchant's key, WeChat's keys and the callback secret, in one of the two algorithms.</summary>
internal abstract class WeChatKeys : IDisposable
{
    /// <summary>The first word of Authorization.</summary>
    public abstract string Scheme { get; }

    /// <summary>What the encrypted part of a callback calls its algorithm.</summary>
    public abstract string CallbackAlgorithm { get; }

    /// <summary>signType of the pay dialog.</summary>
    public abstract string DialogSignType { get; }

    /// <summary>The key of WeChat's that <see cref="Seal"/> uses; goes into Wechatpay-Serial.</summary>
    public required string SealingSerial { get; init; }

    /// <summary>Throws when a key is missing or not of the algorithm.</summary>
    public static WeChatKeys Open(WeChatOptions options)
    {
        if (options.PlatformKeys.Count == 0) throw new InvalidOperationException("No key of WeChat Pay is configured: its replies could not be checked.");
        var sealing = options.SealingSerial.Length > 0 ? options.SealingSerial : options.PlatformKeys.Keys.First();
        if (!options.PlatformKeys.ContainsKey(sealing)) throw new InvalidOperationException($"There is no key of WeChat Pay with the serial {sealing}.");
        return options.Algorithm == WeChatAlgorithm.Rsa ? new WeChatRsaKeys(options) { SealingSerial = sealing } : new WeChatSm2Keys(options) { SealingSerial = sealing };
    }

    public abstract byte[] Sign(ReadOnlySpan<byte> text);

    /// <summary>False for an unknown serial too.</summary>
    public abstract bool Verify(string serial, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature);

    /// <summary>A name or digest that only WeChat can read, in Base64.</summary>
    public abstract string Seal(string clear);

    /// <summary>The clear text of a callback; null when it was not made with the secret.</summary>
    public abstract byte[]? OpenCallback(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> cipherAndTag);

    public abstract void Dispose();

    public override string ToString() => "***";
}
