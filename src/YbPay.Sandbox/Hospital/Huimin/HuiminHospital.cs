namespace YbPay.Sandbox.Hospital.Huimin;

/// <summary>A hospital as a partner of the huimin platform. Prints without its secret.</summary>
/// <param name="OrgCodg">The institution that it is elsewhere.</param>
/// <param name="HospitalId">Its number at the platform, and the end of its address there: <c>/huimin/{hospitalId}</c>.</param>
public sealed record HuiminHospital(string OrgCodg, string Name, string HospitalId, string PlatformId, string Secret, string CityCode)
{
    public override string ToString() => HospitalId;
}

/// <summary>The bureau core that a hospital asks for a person (1101).</summary>
/// <param name="BaseUrl">Empty: these hospitals reach no core, and refuse 1101.</param>
public sealed record HospitalCoreOptions(string BaseUrl, string Admdvs)
{
    public static HospitalCoreOptions None { get; } = new("", "");
}
