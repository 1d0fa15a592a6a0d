using NodaTime;
using NodaTime.Text;

namespace DigestBot.Digests;

/// <summary>The digest's local time and zone. Its zones come with the program: a small machine may have none of its own.</summary>
internal sealed class DigestClock
{
    private readonly DateTimeZone zone;
    private readonly LocalTime at;
    private readonly TimeProvider clock;

    private DigestClock(DateTimeZone zone, LocalTime at, TimeProvider clock)
    {
        this.zone = zone;
        this.at = at;
        this.clock = clock;
    }

    /// <summary>The clock of these settings.</summary>
    /// <exception cref="FormatException">The zone or the time is not known; the message says how it is written.</exception>
    public DigestClock(DigestSettings settings, TimeProvider clock)
    {
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(settings.Zone)
            ?? throw new FormatException($"There is no time zone '{settings.Zone}': write DIGESTBOT_DIGEST__ZONE as an IANA name such as Europe/Berlin.");
        at = LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(settings.At) is { Success: true } parsed
            ? parsed.Value
            : throw new FormatException($"'{settings.At}' is no time of day: write DIGESTBOT_DIGEST__AT like 07:30.");
        this.clock = clock;
    }

    /// <summary>The zone's IANA name.</summary>
    public string Zone => zone.Id;

    /// <summary>Now, with the zone's offset.</summary>
    public DateTimeOffset Now => ToLocal(clock.GetUtcNow());

    /// <summary>The local day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>When the local day began; not always at 0:00, since some clocks are changed just then.</summary>
    public DateTimeOffset Midnight => zone.AtStartOfDay(LocalDate.FromDateOnly(Today)).ToDateTimeOffset();

    /// <summary>Whether the day's digest is due: its time has come and the day is not over. A bot that was down posts later the same day.</summary>
    public bool IsDue => LocalTime.FromTimeOnly(TimeOnly.FromDateTime(Now.DateTime)) >= at;

    /// <summary>The same clock in another zone; null where there is none of that name.</summary>
    public DigestClock? In(string name) => TimeZones.Named(name) is { } other ? new DigestClock(other, at, clock) : null;

    /// <summary>The same moment, with the zone's offset.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset time) => Instant.FromDateTimeOffset(time).InZone(zone).ToDateTimeOffset();
}
