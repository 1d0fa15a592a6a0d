using System.Runtime.InteropServices;

namespace DigestBot.Stories;

/// <summary>Tells whether some program has a file open for writing, as far as the system says so.</summary>
internal static class FileWriters
{
    // fcntl(2): a read lease is granted only on a file that nobody has open for writing. The numbers are the same on all of Linux's
    // architectures that .NET runs on.
    private const int SetLease = 1024;
    private const int SetSignal = 10;
    private const int ReadLease = 0;
    private const int NoLease = 2;
    private const int TryAgain = 11;

    // A writer that opens the file while we hold the lease makes the kernel signal us. The default, SIGIO, would end the process;
    // SIGURG is ignored.
    private const int UrgentData = 23;

    /// <summary>Whether the file is being written. False also where the system cannot tell: another's file, a network share, macOS.</summary>
    public static bool Has(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return OperatingSystem.IsLinux() && HasOnLinux(file.SafeFileHandle);
        }
        catch (IOException)
        {
            // Windows refuses to share a file with its writer; .NET's own writers hold a lock everywhere.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool HasOnLinux(SafeHandle file)
    {
        if (Control(file, SetSignal, UrgentData) != 0)
        {
            return false;
        }

        if (Control(file, SetLease, ReadLease) != 0)
        {
            return Marshal.GetLastPInvokeError() == TryAgain;
        }

        _ = Control(file, SetLease, NoLease);
        return false;
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle file, int command, int argument);
}
