using System.Globalization;
using YbPay.Contracts;
using YbPay.Sandbox.Plan;

namespace YbPay.Cli.Demo.Huimin;

/// <summary>Something that the hospital bills for.</summary>
/// <param name="Price">Fen.</param>
/// <param name="Category">报销类别: 1 甲类, 2 乙类.</param>
/// <param name="OwnPercent">What of it basic insurance never counts, in percent.</param>
internal sealed record StayLine(string Item, string Name, string Type, long Price, int Quantity, string Category, int OwnPercent)
{
    public long Total => checked(Price * Quantity);

    public long OutOfPocket => Total * OwnPercent / 100;
}

/// <summary>
/// A patient's ten days in orthopaedics: what is billed, what basic insurance pays of it, and what the hospital took as deposits. All amounts in fen; they add up.
/// Prints the visit's number only.
/// </summary>
internal sealed class Stay
{
    /// <summary>Below this basic insurance pays nothing (起付线).</summary>
    public const long Deductible = 60_000;

    private const int BasicPercent = 55;
    private const int Days = 8;
    private const long DepositStep = 10_000;

    private Stay(SandboxPerson patient, SandboxHuiminPartner hospital, DateTimeOffset discharged, string number, IReadOnlyList<StayLine> lines) =>
        (Patient, Hospital, Discharged, VisitNo, Lines) = (patient, hospital, discharged, number, lines);

    public SandboxPerson Patient { get; }

    public SandboxHuiminPartner Hospital { get; }

    /// <summary>In China's time.</summary>
    public DateTimeOffset Discharged { get; }

    public DateTimeOffset Admitted => Discharged.AddDays(-Days);

    /// <summary>Twenty characters, as much as HOST0014 takes.</summary>
    public string VisitNo { get; }

    public string SetlId => "SETL" + VisitNo;

    public IReadOnlyList<StayLine> Lines { get; }

    public long Total => Lines.Sum(line => line.Total);

    public long OutOfPocket => Lines.Sum(line => line.OutOfPocket);

    /// <summary>What basic insurance pays.</summary>
    public long Basic => (Total - OutOfPocket - Deductible) * BasicPercent / 100;

    /// <summary>What is left to the patient and to who else insures him.</summary>
    public long Own => Total - Basic;

    /// <summary>Each of the three; together not less than <see cref="Own"/>.</summary>
    public long Deposit => ((Own / 3 / DepositStep) + 1) * DepositStep;

    /// <param name="now">The sandbox's time, at which the patient goes home.</param>
    public static Stay Draw(SandboxPerson patient, SandboxHuiminPartner hospital, DateTimeOffset now, Random random)
    {
        var discharged = ChinaTime.Of(now);
        var number = string.Create(CultureInfo.InvariantCulture, $"ZY{discharged:yyyyMMddHHmmss}{random.Next(10_000):D4}");
        return new Stay(patient, hospital, discharged, number,
        [
            new("C0302010100200100023", "金属锁定接骨板系统", "材料费", random.Next(320_000, 400_000), 1, "2", 20),
            new("003315190020000", "股骨颈骨折切开复位内固定术", "手术费", random.Next(180_000, 220_000), 1, "2", 10),
            new("001109000010000", "普通病房床位费", "床位费", 4_500, Days, "1", 0),
            new("002501010010000", "X线摄影成像(DR)", "检查费", random.Next(8_000, 12_000), 2, "1", 0),
            new("XJ01DCT085A001010100001", "头孢呋辛钠注射剂", "西药费", random.Next(1_200, 2_400), 2 * Days, "1", 0),
        ]);
    }

    public override string ToString() => VisitNo;
}
