using System.Diagnostics;
using System.Globalization;

namespace YbPay.Cli.Bench.Huimin;

/// <summary>The platform's process, looked at from outside.</summary>
internal sealed class PlatformProcess(int pid)
{
    /// <summary>CPU seconds that it has used until now.</summary>
    public double Cpu()
    {
        using var process = Process.GetProcessById(pid);
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Bytes in memory now.</summary>
    public long Resident()
    {
        using var process = Process.GetProcessById(pid);
        return process.WorkingSet64;
    }

    /// <summary>The most it had in memory since <see cref="ForgetPeak"/>, or since it started where that cannot be forgotten.</summary>
    public long Peak()
    {
        using var process = Process.GetProcessById(pid);
        return process.PeakWorkingSet64;
    }

    /// <summary>Linux lets the owner of a process begin its highest mark anew (proc(5), clear_refs).</summary>
    public void ForgetPeak()
    {
        if (OperatingSystem.IsLinux()) File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/clear_refs"), "5");
    }
}
