using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using YbPay.Contracts.Huimin;
using YbPay.Cryptography;
using YbPay.Protocol.Huimin;
using YbPay.Sandbox.Orders;
using YbPay.Storage;

namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>What a hospital answers: a return code and, with 0000, the content.</summary>
internal sealed record HuiminAnswer(string RtCode, string RtMsg, byte[] Clear)
{
    public static HuiminAnswer Ok(byte[] clear) => new("0000", "成功", clear);

    public static HuiminAnswer Refuse(string why) => new("1000", why, []);
}

/// <summary>The hospitals' side of the huimin platform's document: their visits, and what the platform tells them.</summary>
public sealed class HuiminDesk : IDisposable
{
    private readonly FrozenDictionary<string, (HuiminHospital Hospital, HuiminKeys Keys)> _hospitals;
    private readonly HospitalDatabase _database;
    private readonly HospitalBooks _books;
    private readonly InsuranceForwarding _insurance;
    private readonly TimeProvider _time;
    private readonly PersonIndex _persons;

    internal HuiminDesk(HospitalOptions options, HospitalDatabase database, HospitalBooks books, InsuranceForwarding insurance, TimeProvider time)
    {
        (_database, _books, _insurance, _time) = (database, books, insurance, time);
        _hospitals = options.Huimin.ToFrozenDictionary(hospital => hospital.HospitalId, hospital => (hospital, new HuiminKeys(hospital.Secret)), StringComparer.Ordinal);
        _persons = new PersonIndex(Convert.ToHexStringLower(options.MasterKey));
    }

    /// <summary>Writes visits down; those that are there stay what they are.</summary>
    public Task AddAsync(IReadOnlyList<HospitalVisit> visits, CancellationToken cancel) => _database.Opened.WriteAsync(
        async session =>
        {
            foreach (var visit in visits) await VisitTable.InsertAsync(session, visit, _persons.Of(visit.IdNo.Reveal()));
        },
        cancel);

    public void Dispose()
    {
        foreach (var (_, keys) in _hospitals.Values) keys.Dispose();
        _persons.Dispose();
    }

    internal (HuiminHospital Hospital, HuiminKeys Keys)? Find(string hospitalId) => _hospitals.TryGetValue(hospitalId, out var found) ? found : null;

    /// <summary>False when the request's number was used before.</summary>
    internal Task<bool> TakeNumberAsync(HuiminHead head, CancellationToken cancel) => _database.Opened.WriteAsync(
        session => VisitTable.TakeNumberAsync(session, head.PlatformId, head.PlatformSeqId, _time.GetUtcNow().ToUnixTimeMilliseconds()), cancel);

    /// <summary>Letters and notices are kept with how they were answered; questions are answered.</summary>
    /// <param name="mode">How the hospital was told to answer.</param>
    internal async Task<HuiminAnswer> AnswerAsync(HuiminHospital hospital, string transCode, byte[] clear, HospitalAnswer mode, CancellationToken cancel)
    {
        try
        {
            return transCode switch
            {
                "HIS00002" => await TakeLetterAsync(hospital, HuiminJson.Read<ReceiveAuthorisationRequest>(clear), clear, mode, cancel),
                "HIS00004" => await TakeNoticeAsync(hospital, HuiminJson.Read<ClaimNoticeRequest>(clear), clear, mode, cancel),
                _ when mode is HospitalAnswer.Fail => HuiminAnswer.Refuse("院内处理失败"),
                "HIS00003" => await ListVisitsAsync(hospital, HuiminJson.Read<ListVisitsRequest>(clear), cancel),
                "1101" => await _insurance.AskAsync(hospital, HuiminJson.Read<QueryInsuranceRequest>(clear), cancel),
                _ => HuiminAnswer.Refuse("医院不提供此交易"),
            };
        }
        catch (JsonException)
        {
            return HuiminAnswer.Refuse("参数不符合接口规范");
        }
    }

    private async Task<HuiminAnswer> ListVisitsAsync(HuiminHospital hospital, ListVisitsRequest asked, CancellationToken cancel)
    {
        var visits = await _database.Opened.ReadAsync(session => VisitTable.OfPersonAsync(session, hospital.OrgCodg, _persons.Of(asked.IdNo), asked), cancel);
        return HuiminAnswer.Ok(HuiminJson.Write(new ListVisitsReply { TreatmentList = visits }));
    }

    /// <summary>What is kept of the letter is its size and its digest: the message is shown to people.</summary>
    private async Task<HuiminAnswer> TakeLetterAsync(HuiminHospital hospital, ReceiveAuthorisationRequest letter, byte[] clear, HospitalAnswer mode, CancellationToken cancel)
    {
        var file = new byte[letter.File.Length];
        if (!Convert.TryFromBase64String(letter.File, file, out var size) || size == 0) return HuiminAnswer.Refuse("授权书不是有效的Base64");
        var kept = JsonNode.Parse(clear)!.AsObject();
        kept["file"] = $"{size} bytes, SM3 {Convert.ToHexStringLower(Sm3.Hash(file.AsSpan(0, size)))}";
        return await KeepAsync(hospital, "HIS00002", letter.TreatmentSerialNo, letter.IdNo, letter.TreatmentSerialNo, JsonSerializer.SerializeToUtf8Bytes(kept), mode, cancel) is { } why
            ? HuiminAnswer.Refuse(why)
            : HuiminAnswer.Ok(HuiminJson.Write(new ReceiveAuthorisationReply { Status = "0", Msg = "已接收" }));
    }

    private async Task<HuiminAnswer> TakeNoticeAsync(HuiminHospital hospital, ClaimNoticeRequest notice, byte[] clear, HospitalAnswer mode, CancellationToken cancel) =>
        await KeepAsync(hospital, "HIS00004", $"{notice.TreatmentSerialNo}/{notice.ClaimNode}", notice.IdNo, notice.TreatmentSerialNo, clear, mode, cancel) is { } why
            ? HuiminAnswer.Refuse(why)
            : HuiminAnswer.Ok(HuiminJson.Write(new ClaimNoticeReply { TreatmentSerialNo = notice.TreatmentSerialNo }));

    /// <summary>Null when it is taken; each subject counts once in the hospital's books, however often it is told.</summary>
    private async Task<string?> KeepAsync(
        HuiminHospital hospital, string topic, string subject, string idNo, string visitNo, byte[] clear, HospitalAnswer mode, CancellationToken cancel)
    {
        var isOurs = await _database.Opened.ReadAsync(session => VisitTable.IsOfAsync(session, hospital.OrgCodg, visitNo, _persons.Of(idNo)), cancel);
        var answer = mode is HospitalAnswer.Ok && !isOurs ? HospitalAnswer.Fail : mode;
        await _books.RecordAsync(hospital.OrgCodg, topic, subject, clear, answer, cancel);
        return !isOurs ? "没有该患者的就诊记录" : answer is HospitalAnswer.Ok ? null : "院内处理失败";
    }
}
