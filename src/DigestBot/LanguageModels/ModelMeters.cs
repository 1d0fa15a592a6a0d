using System.Diagnostics.Metrics;
using DigestBot.LanguageModels.Checking;

namespace DigestBot.LanguageModels;

/// <summary>
/// What became of the model's sentences, as figures: digestbot.prose.answers by outcome, digestbot.prose.dropped by reason. Tokens and latency
/// are counted by the library's middleware under the same name.
/// </summary>
internal sealed class ModelMeters : IDisposable
{
    /// <summary>Name of the source of traces and of the meter.</summary>
    public const string Name = "DigestBot.LanguageModels";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _answers;
    private readonly Counter<long> _dropped;

    public ModelMeters()
    {
        _answers = _meter.CreateCounter<long>("digestbot.prose.answers", "{answer}", "Answers for which prose was asked, by outcome");
        _dropped = _meter.CreateCounter<long>("digestbot.prose.dropped", "{sentence}", "Sentences that did not agree with what they cite, by reason");
    }

    public void Answered(string outcome) => _answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dropped(Fault fault) => _dropped.Add(1, new KeyValuePair<string, object?>("reason", fault.ToString().ToLowerInvariant()));

    public void Dispose() => _meter.Dispose();
}
