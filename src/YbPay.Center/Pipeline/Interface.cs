using System.Text.Json;
using YbPay.Center.Partners;
using YbPay.Contracts;
using YbPay.Contracts.MobilePay;
using YbPay.Contracts.Outcomes;
using YbPay.Contracts.Tables;

namespace YbPay.Center.Pipeline;

/// <summary>Who sent an accepted message, and the message as it was sent: unknown members are in <paramref name="Data"/> only.</summary>
internal sealed record Caller(Partner Partner, byte[] Data);

/// <summary>One interface's decision and effects. What it refuses it refuses by name.</summary>
internal interface IUseCase<TRequest, TReply>
{
    Task<Outcome<TReply>> RunAsync(Caller caller, TRequest request);
}

/// <summary>What the gate needs to know of an interface.</summary>
/// <param name="Path">As printed.</param>
/// <param name="Largest">Bytes of the sealed body.</param>
/// <param name="HasEffect">The first answer to an envelope is on disk before it is given.</param>
internal sealed record Interface(string Path, ContractTable Table, int Largest, bool HasEffect, Func<Caller, JsonElement, Task<Outcome<byte[]>>> Run)
{
    public static Interface Of<TRequest, TReply>(string path, int largest, bool hasEffect, IUseCase<TRequest, TReply> useCase)
        where TRequest : Contract
        where TReply : Contract => new(
            path, Catalogue.For<TRequest>(), largest, hasEffect,
            async (caller, message) => (await useCase.RunAsync(caller, MobileJson.Read<TRequest>(message)))
                .Then<byte[]>(reply => MobileJson.Write(reply)));
}
