using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DigestBot.Benchmarks;

/// <summary>The bot in a process of its own, with both doors open on this machine alone.</summary>
internal sealed class ServedBot : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string settings;

    private ServedBot(Process process, string settings, Uri door)
    {
        (this.process, this.settings, Door) = (process, settings, door);
        process.OutputDataReceived += (_, line) => Errors += line.Data is { } text && (text.Contains("fail:", StringComparison.Ordinal) || text.Contains("warn:", StringComparison.Ordinal)) ? $"{text}\n" : "";
        process.ErrorDataReceived += (_, line) => Errors += line.Data is { } text ? $"{text}\n" : "";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The public door.</summary>
    public Uri Door { get; }

    /// <summary>What it complained about, in its log or on its error output.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it over an archive, and waits until it answers.</summary>
    /// <param name="environment">A platform's settings.</param>
    public static async Task<ServedBot> StartAsync(string data, params (string Name, string Value)[] environment)
    {
        string config = Directory.CreateTempSubdirectory("digestbot-config-").FullName;
        Directory.CreateDirectory(Path.Combine(config, "stories"));
        (int door, int console) = (FreePort(), FreePort());
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "digestbot.dll"), "serve", "--data", data, "--config", config, "--urls", $"http://127.0.0.1:{console}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DIGESTBOT_PUBLICURLS"] = $"http://127.0.0.1:{door}" },
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        ServedBot bot = new(Process.Start(start)!, config, new Uri($"http://127.0.0.1:{door}"));
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{console}") };
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < LongestStart)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return bot;
            }
            catch (HttpRequestException) when (!bot.process.HasExited)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        bot.Dispose();
        throw new TimeoutException($"The bot did not start: {bot.Errors}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        Directory.Delete(settings, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
