using System.Diagnostics;

namespace DigestBot.Tests.Chat.Discord.Contract;

/// <summary>
/// Prism (@stoplight/prism-cli), which serves a specification on loopback and refuses what does not fit it: in a process of its own, from the folder
/// in which npm has installed it and which DIGESTBOT_PRISM names.
/// </summary>
internal sealed class Prism : IDisposable
{
    private const string Announcement = "Prism is listening on ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it; the test is skipped where it is not installed.</summary>
    public Prism(string specification)
    {
        var folder = Environment.GetEnvironmentVariable("DIGESTBOT_PRISM");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "DIGESTBOT_PRISM names no folder with @stoplight/prism-cli");
        var program = Path.Combine(folder, "node_modules", "@stoplight", "prism-cli", "dist", "index.js");
        ProcessStartInfo start = new("node", [program, "mock", "--errors", "--multiprocess=false", "-h", "127.0.0.1", "-p", "0", specification])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("Prism ended before it listened"));
        // Read to the end: what nobody reads would stop it once the pipe is full.
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens, once it does.</summary>
    public Task<Uri> Address => _listening.Task;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is { } at and >= 0)
        {
            _listening.TrySetResult(new Uri(line[(at + Announcement.Length)..].Trim()));
        }
    }
}
