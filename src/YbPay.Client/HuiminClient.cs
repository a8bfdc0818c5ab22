using System.Text.Json;
using Microsoft.Extensions.Options;
using YbPay.Contracts;
using YbPay.Contracts.Huimin;

namespace YbPay.Client;

/// <summary>Which transaction each method is, what may be asked twice, and which answers belong to which question.</summary>
internal sealed class HuiminClient(IHttpClientFactory clients, HuiminPartner partner, IOptions<YbPayHuiminOptions> options, TimeProvider time) : IHuiminClient
{
    private const string NotFound = "0001";

    private readonly HuiminConnection _connection = new(clients, partner, options.Value, time);

    public Task<EnrolmentAddressReply> GetEnrolmentAddressAsync(EnrolmentAddressRequest request, CancellationToken cancel) =>
        DoAsync<EnrolmentAddressRequest, EnrolmentAddressReply>("HOS00025", request, cancel);

    public Task<QueryEnrolmentReply> QueryEnrolmentAsync(QueryEnrolmentRequest request, CancellationToken cancel) =>
        AskAsync<QueryEnrolmentRequest, QueryEnrolmentReply>("HOS00001", request, cancel);

    public async Task<CreditPaymentReply> PayAsync(CreditPaymentRequest request, CancellationToken cancel)
    {
        try
        {
            return Same(await DoAsync<CreditPaymentRequest, CreditPaymentReply>("HOS00003", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);
        }
        catch (YbPayException lost) when (lost.OutcomeUnknown)
        {
            return await AskForPaymentAsync(request, lost, cancel).ConfigureAwait(false);
        }
    }

    public async Task<CreditRefundReply> RefundAsync(CreditRefundRequest request, CancellationToken cancel) =>
        Same(await DoAsync<CreditRefundRequest, CreditRefundReply>("HOS00004", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);

    public async Task<QueryTradeReply> QueryTradeAsync(QueryTradeRequest request, CancellationToken cancel) =>
        Same(await AskAsync<QueryTradeRequest, QueryTradeReply>("HOS00012", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);

    public async Task<TryDischargeReply> TryDischargeAsync(TryDischargeRequest request, CancellationToken cancel) =>
        Same(await DoAsync<TryDischargeRequest, TryDischargeReply>("HOST0014", request, cancel).ConfigureAwait(false), reply => reply.TrialId, request.TrialId);

    public async Task<SettleDischargeReply> SettleDischargeAsync(SettleDischargeRequest request, CancellationToken cancel) =>
        Same(await DoAsync<SettleDischargeRequest, SettleDischargeReply>("HOS00014", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);

    public async Task<CancelDischargeReply> CancelDischargeAsync(CancelDischargeRequest request, CancellationToken cancel) =>
        Same(await DoAsync<CancelDischargeRequest, CancelDischargeReply>("HOS00015", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);

    public async Task<QueryDischargeReply> QueryDischargeAsync(QueryDischargeRequest request, CancellationToken cancel) =>
        Same(await AskAsync<QueryDischargeRequest, QueryDischargeReply>("HOS00016", request, cancel).ConfigureAwait(false), reply => reply.OrderId, request.OrderId);

    public async Task<QueryStatementReply> QueryStatementAsync(QueryStatementRequest request, CancellationToken cancel) =>
        Same(await AskAsync<QueryStatementRequest, QueryStatementReply>("HOS00013", request, cancel).ConfigureAwait(false), reply => reply.SettleDate, request.SettleDate);

    public Task SendPatientRecordAsync(PatientRecordRequest request, CancellationToken cancel) => TellAsync("HOS00020", request, cancel);

    public Task SendMedicalRecordAsync(MedicalRecordRequest request, CancellationToken cancel) => TellAsync("HOS00021", request, cancel);

    public Task SendExpensesAsync(ExpensesRequest request, CancellationToken cancel) => TellAsync("HOS00022", request, cancel);

    public Task SendElectronicBillsAsync(ElectronicBillsRequest request, CancellationToken cancel) => TellAsync("HOS00023", request, cancel);

    public Task SendExaminationReportAsync(ExaminationReportRequest request, CancellationToken cancel) => TellAsync("HOS00024", request, cancel);

    public Task WithdrawCaseAsync(WithdrawCaseRequest request, CancellationToken cancel) => TellAsync("HOS00026", request, cancel);

    public Task ReportClaimAsync(ReportClaimRequest request, CancellationToken cancel) => TellAsync("HOS00027", request, cancel);

    public Task UploadImageAsync(UploadImageRequest request, CancellationToken cancel) => TellAsync("HOS00028", request, cancel);

    public Task<QueryCaseReply> QueryCaseAsync(QueryCaseRequest request, CancellationToken cancel) =>
        AskAsync<QueryCaseRequest, QueryCaseReply>("HOS00029", request, cancel);

    /// <summary>A question: another attempt cannot do harm.</summary>
    private async Task<TReply> AskAsync<TRequest, TReply>(string transCode, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract => HuiminContent.Bind<TReply>(await SendAsync(transCode, request, mayRepeat: true, cancel).ConfigureAwait(false));

    private async Task<TReply> DoAsync<TRequest, TReply>(string transCode, TRequest request, CancellationToken cancel)
        where TRequest : Contract
        where TReply : Contract => HuiminContent.Bind<TReply>(await SendAsync(transCode, request, mayRepeat: false, cancel).ConfigureAwait(false));

    /// <summary>A document: rtCode is the whole answer.</summary>
    private Task TellAsync<TRequest>(string transCode, TRequest request, CancellationToken cancel)
        where TRequest : Contract => SendAsync(transCode, request, mayRepeat: false, cancel);

    private Task<byte[]?> SendAsync<TRequest>(string transCode, TRequest request, bool mayRepeat, CancellationToken cancel)
        where TRequest : Contract
    {
        ArgumentNullException.ThrowIfNull(request);
        return _connection.SendAsync(transCode, HuiminJson.Write(request), mayRepeat, cancel);
    }

    /// <summary>Nobody answered the payment. What HOS00012 finds is its answer; "not found" is none, for the payment may still be on its way.</summary>
    private async Task<CreditPaymentReply> AskForPaymentAsync(CreditPaymentRequest request, YbPayException lost, CancellationToken cancel)
    {
        try
        {
            var found = await QueryTradeAsync(new QueryTradeRequest { OrderId = request.OrderId, HospitalId = request.HospitalId, CityCode = request.CityCode }, cancel).ConfigureAwait(false);
            if (found.Amt != request.Amt) throw YbPayException.UntrustedPlatform("查询到的订单金额与支付请求不同");
            return new CreditPaymentReply
            {
                OrderId = found.OrderId, QueryId = found.QueryId, OrderTime = found.OrderTime, AccType = found.AccType, Amt = found.Amt,
                PsnAmt = found.PsnAmt, OrderStatus = found.OrderStatus, CouponInfo = found.CouponInfo, Msg = found.Msg,
            };
        }
        catch (YbPayException unanswered) when (unanswered.OutcomeUnknown || unanswered.RtCode == NotFound)
        {
            throw new YbPayException(lost.Message, unanswered) { MayRetry = true, OutcomeUnknown = true };
        }
    }

    private static TReply Same<TReply>(TReply reply, Func<TReply, string> number, string expected) =>
        number(reply) == expected ? reply : throw YbPayException.UntrustedPlatform("应答属于另一订单");
}
