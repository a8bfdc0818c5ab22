using YbPay.Engine.Credit;
using YbPay.Engine.Discharge;
using YbPay.Engine.Money;
using YbPay.Engine.Tests.Life;

namespace YbPay.Engine.Tests.Stays;

/// <summary>A patient's stay: payments, refunds and discharges in whatever order the numbers say, decided by the Engine alone.</summary>
internal sealed class Stay
{
    /// <summary>How many kinds of steps there are.</summary>
    public const int Steps = 24;

    private readonly Dictionary<string, StayPayment> _payments = [];
    private int _serial;

    public OrderBooks Books { get; } = new();

    public List<StayPayment> Payments { get; } = [];

    public List<StayDischarge> Discharges { get; } = [];

    private DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>One step; true when the Engine took it.</summary>
    public bool Step(int number)
    {
        var (what, detail) = (number % Steps, number / Steps);
        Now += TimeSpan.FromHours(detail % 5);
        return what switch
        {
            0 or 1 => Pay(detail),
            2 or 3 or 4 or 5 => Payments.Count > 0 && (Payments.FirstOrDefault(one => one.State.Awaits() is not null)?.Answer(detail, Now, Books) ?? false),
            6 or 7 => Refund(detail),
            8 or 9 => AnswerRefund(detail),
            10 or 11 => Discharge(detail),
            12 or 13 or 14 or 15 or 16 => Discharges.LastOrDefault()?.Step(detail, Books) ?? false,
            17 => Discharges.LastOrDefault()?.Resume(Books) ?? false,
            18 => detail % 3 == 0 && (Discharges.LastOrDefault()?.Cancel(Books) ?? false),
            19 => (detail % 2 == 0 ? Discharges.LastOrDefault()?.UndoByHand(Books) : Discharges.LastOrDefault()?.PayOutByHand(Books)) ?? false,
            20 => Payments.Count > 0 && Payments[detail % Payments.Count].UndoByHand(Books),
            21 => Late(detail),
            22 => LateRefund(detail),
            _ => Wait(detail),
        };
    }

    private bool Pay(int detail)
    {
        if (Payments.Count == 8) return false;
        var payment = new StayPayment($"CP{++_serial:D3}", new(detail % 11 == 0 ? 0 : detail), isDeposit: detail % 4 != 0, directClaim: detail % 3 == 0);
        Payments.Add(payment);
        _payments.Add(payment.Id, payment);
        return true;
    }

    private bool Refund(int detail)
    {
        if (Payments.Count == 0) return false;
        var payment = Payments[detail % Payments.Count];
        var basis = new CreditRefundBasis(payment.State, payment.PaidAt, payment.Shares.Personal, payment.Refunded, payment.Refunding, HoldOf(payment));
        var amount = (detail % 5) switch { 0 => basis.Left, 1 => basis.Left + new Fen(1), _ => new(detail % (payment.Amount.Value + 1)) };
        return CreditRefundRules.Decide(basis, amount, Now, default).Match(
            taken =>
            {
                payment.Refunds.Add(new($"CR{++_serial}", taken, CreditRefundState.Refunding));
                return true;
            },
            _ => false);
    }

    private bool AnswerRefund(int detail)
    {
        var open = Payments.SelectMany(payment => payment.Refunds.Index().Where(one => one.Item.State is CreditRefundState.Refunding).Select(one => (payment, one.Index))).ToArray();
        if (open.Length == 0) return false;
        var (of, at) = open[detail % open.Length];
        return of.AnswerRefund(at, detail / open.Length % 4 == 0 ? CreditRefundEvent.BankRefused : CreditRefundEvent.BankRefunded, Books);
    }

    /// <summary>Mostly a bill that the deposits can pay, sometimes a fen too much or too little, sometimes anything. One discharge of a visit may stand.</summary>
    private bool Discharge(int detail)
    {
        if (Discharges.LastOrDefault() is { } last && last.Work.State.Hold() is not DepositHold.Free) return false;
        NamedDeposit[] named = [.. Payments.Where((one, i) => (detail >> i) % 4 != 0 && (one.IsDeposit || detail % 13 == 0)).Select(Named)];
        return DepositRules.Check(named).Then<DischargeSums>(deposits => Sums(detail, deposits)).Match(
            sums =>
            {
                var discharge = new StayDischarge($"DS{++_serial}", sums, [.. named.Select(one => one.Deposit)], _payments);
                discharge.Book(Books);
                Discharges.Add(discharge);
                return true;
            },
            _ => false);
    }

    private static Verdict<DischargeSums, DischargeRefusal> Sums(int detail, Deposit[] deposits)
    {
        var worth = deposits.Aggregate(Fen.Zero, (sum, one) => sum + one.Left);
        var due = (detail % 6) switch { 0 => worth, 1 => worth + new Fen(1), 2 => Fen.Zero, _ => new(detail * 7L % (worth.Value + 1)) };
        var budget = detail % 4 == 0 ? Fen.Zero : new Fen(1 + (detail % 999));
        var nonCredit = new Fen(detail % 5000);
        var trial = new TrialTerms("V", "S", nonCredit + budget + due, nonCredit, budget);
        var terms = new DischargeTerms("V", "S", trial.Total + new Fen(detail % 17 == 0 ? 1 : 0), nonCredit, budget, new(detail % (nonCredit.Value + 1)), Fen.Zero, due);
        return terms.Against(trial, deposits);
    }

    /// <summary>An answer that was given before comes again, or one that nobody waits for: only the leg that is open may take it, and that is another step's.</summary>
    private bool Late(int detail)
    {
        if (Payments.Count == 0) return false;
        var payment = Payments[detail % Payments.Count];
        return payment.State.Awaits() is null && payment.State is not CreditPaymentState.UndoRefused && payment.Happen((CreditPaymentEvent)(detail % Enum.GetValues<CreditPaymentEvent>().Length));
    }

    private bool LateRefund(int detail)
    {
        var ended = Payments.SelectMany(payment => payment.Refunds.Index().Where(one => one.Item.State is not CreditRefundState.Refunding).Select(one => (payment, one.Index))).ToArray();
        if (ended.Length == 0) return false;
        var (of, at) = ended[detail % ended.Length];
        return of.AnswerRefund(at, CreditRefundEvent.BankRefunded, Books);
    }

    private bool Wait(int detail)
    {
        Now += TimeSpan.FromDays(detail % 12);
        return false;
    }

    private NamedDeposit Named(StayPayment payment) => new(
        new(payment.Id, payment.PaidAt, payment.Shares.Personal, payment.Refunded), OfThisStay: true, payment.IsDeposit, payment.State, payment.Refunding > Fen.Zero, HoldOf(payment));

    /// <summary>By the discharge that stands; there is at most one.</summary>
    private DepositHold HoldOf(StayPayment payment) =>
        Discharges.Where(one => one.Holds(payment.Id)).Select(one => one.Work.State.Hold()).SingleOrDefault(DepositHold.Free);
}
