namespace YbPay.Center.Cash;

/// <summary>Reads what a channel sends by itself. A notice says where to look; what is true is asked of the channel.</summary>
internal interface IChannelNotices
{
    /// <summary>The last part of the address: /callbacks/{Name}.</summary>
    string Name { get; }

    /// <summary>What the channel wants to hear when its notice was taken; null: an empty body.</summary>
    string? Thanks { get; }

    /// <summary>Our number that the notice is about; null when the channel did not make it, or not now, or not for the first time.</summary>
    string? NumberIn(Func<string, string?> header, byte[] body);
}
