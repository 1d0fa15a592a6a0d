using NodaTime;
using NodaTime.Text;

namespace DigestBot.Digests;

/// <summary>The digest's local time and zone. Its zones come with the program: a small machine may have none of its own.</summary>
internal sealed class DigestClock
{
    private readonly DateTimeZone _zone;
    private readonly LocalTime _at;
    private readonly TimeProvider _clock;

    private DigestClock(DateTimeZone zone, LocalTime at, TimeProvider clock)
    {
        _zone = zone;
        _at = at;
        _clock = clock;
    }

    /// <summary>The clock of these settings.</summary>
    /// <exception cref="FormatException">The zone or the time is not known; the message says how it is written.</exception>
    public DigestClock(DigestSettings settings, TimeProvider clock)
    {
        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone)
            ?? throw new FormatException($"There is no time zone '{settings.Zone}': write DIGESTBOT_DIGEST__ZONE as an IANA name such as Europe/Berlin.");
        _at = LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(settings.At) is { Success: true } parsed
            ? parsed.Value
            : throw new FormatException($"'{settings.At}' is no time of day: write DIGESTBOT_DIGEST__AT like 07:30.");
        _clock = clock;
    }

    /// <summary>The zone's IANA name.</summary>
    public string Zone => _zone.Id;

    /// <summary>Now, with the zone's offset.</summary>
    public DateTimeOffset Now => ToLocal(_clock.GetUtcNow());

    /// <summary>The local day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>When the local day began; not always at 0:00, since some clocks are changed just then.</summary>
    public DateTimeOffset Midnight => _zone.AtStartOfDay(LocalDate.FromDateOnly(Today)).ToDateTimeOffset();

    /// <summary>Whether the day's digest is due: its time has come and the day is not over. A bot that was down posts later the same day.</summary>
    public bool IsDue => LocalTime.FromTimeOnly(TimeOnly.FromDateTime(Now.DateTime)) >= _at;

    /// <summary>The same clock in another zone; null where there is none of that name.</summary>
    public DigestClock? In(string name) => TimeZones.Named(name) is { } other ? new DigestClock(other, _at, _clock) : null;

    /// <summary>The same moment, with the zone's offset.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset time) => Instant.FromDateTimeOffset(time).InZone(_zone).ToDateTimeOffset();
}
