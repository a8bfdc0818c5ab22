using YbPay.Engine.Benefits;
using YbPay.Storage;

namespace YbPay.Bureau;

/// <summary>What a core needs to know before it starts. Checked at start: a core that misses something does not start.</summary>
public sealed class BureauOptions
{
    /// <summary>Where it keeps its data; required.</summary>
    public DatabaseOptions? Database { get; set; }

    /// <summary>Version (1..255) to 32-byte master key of the personal columns; required, the highest version writes.</summary>
    public IReadOnlyDictionary<int, byte[]> MasterKeys { get; set; } = new Dictionary<int, byte[]>();

    /// <summary>The region it serves; a benefit policy must exist for it.</summary>
    public string Admdvs { get; set; } = "440100";

    /// <summary>The benefits it grants; null for the one that ships for <see cref="Admdvs"/>.</summary>
    public BenefitPolicy? Policy { get; set; }

    /// <summary>Persons, institutions and catalogue that are there after the start; what exists already stays as it is.</summary>
    public BureauSeed? Seed { get; set; }

    /// <summary>What a fee line is whose item the catalogue does not name.</summary>
    public UnknownItems UnknownItems { get; set; } = UnknownItems.OwnPaid;

    /// <summary>The bank of personal accounts, wallets and mutual-aid accounts; null: 5369, 5373 and 5379 are refused.</summary>
    public AccountBankSettings? AccountBank { get; set; }

    /// <summary>Largest request, in bytes; files come inside one (9101).</summary>
    public int LargestRequest { get; set; } = 8 * 1024 * 1024;

    /// <summary>The shared secret of the core's own operators, who ask for its books and statements. Empty: the internal addresses do not exist.</summary>
    public string InternalToken { get; set; } = "";

    /// <summary>How old msgid and inf_time may be: a message that was written down may be sent later.</summary>
    public TimeSpan MsgidWindow { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How far ahead of the clock msgid and inf_time may be, and a msgid ahead of its inf_time: what clocks differ.</summary>
    public TimeSpan ClockLead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a sign-in holds.</summary>
    public TimeSpan SignInLife { get; set; } = TimeSpan.FromHours(24);
}
