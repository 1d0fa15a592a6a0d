namespace DigestBot;

/// <summary>
/// Every setting with its default. They are read from config/digestbot.json, then from the environment
/// (DIGESTBOT_DISCORD__PUBLICKEY), then from the command line; the later wins.
/// </summary>
public sealed record Settings
{
    /// <summary>Folder of the archive.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Folder whose stories are ingested and watched; relative to the config folder.</summary>
    public string Stories { get; init; } = "stories";

    /// <summary>Addresses of the operator's door.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>
    /// Names by which the operator's door may be called besides localhost and its own IP addresses ("bot.lan;digest.example.org");
    /// any other name is refused, so that no foreign page can reach it by a name of its own.
    /// </summary>
    public string Hosts { get; init; } = "";

    /// <summary>Addresses of the public door; opened only when a platform's key is set.</summary>
    public string PublicUrls { get; init; } = "http://*:8080";

    /// <summary>What the operator types to enter the operator's door from anywhere but this machine; without it nobody else enters.</summary>
    public string? OperatorKey { get; init; }

    /// <summary>What POST /stories wants in its Authorization header (Bearer); closed without it.</summary>
    public string? StoriesKey { get; init; }

    /// <summary>The daily digest's time and zone.</summary>
    public DigestSettings Digest { get; init; } = new();

    /// <summary>Discord.</summary>
    public DiscordSettings Discord { get; init; } = new();

    /// <summary>Slack.</summary>
    public SlackSettings Slack { get; init; } = new();

    /// <summary>A language model that writes prose over cited statements; off until a provider is named.</summary>
    public ModelSettings Model { get; init; } = new();

    /// <summary>Where traces and figures go.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();
}

/// <summary>Which language model writes, and what it may cost.</summary>
public sealed record ModelSettings
{
    /// <summary>"openai" (and all that speak like it), "ollama" or "anthropic"; without it no model is used.</summary>
    public string? Provider { get; init; }

    /// <summary>Base address; without it the provider's own.</summary>
    public string? Address { get; init; }

    /// <summary>The model by its provider's name.</summary>
    public string? Name { get; init; }

    /// <summary>The provider's key; an Ollama of one's own needs none.</summary>
    public string? Key { get; init; }

    /// <summary>Seconds that one answer may take; the plain answer is there all the while.</summary>
    public int Patience { get; init; } = 20;

    /// <summary>Tokens that one answer may have, with what the model thinks before it writes.</summary>
    public int AnswerTokens { get; init; } = 4_000;

    /// <summary>Tokens, sent and received, that a workspace may use in a day (UTC).</summary>
    public int TokensADay { get; init; } = 200_000;

    /// <summary>Seconds of the model's time that a workspace may use in a day (UTC).</summary>
    public int SecondsADay { get; init; } = 900;
}

/// <summary>Where traces and figures are sent, and what of them.</summary>
public sealed record TelemetrySettings
{
    /// <summary>An OpenTelemetry collector (OTLP over gRPC), "http://localhost:4317"; without it nothing is sent.</summary>
    public string? Address { get; init; }

    /// <summary>Whether traces hold what was sent to the language model and what it answered: questions and articles' words.</summary>
    public bool Content { get; init; }
}

/// <summary>When the day's digest is posted.</summary>
public sealed record DigestSettings
{
    /// <summary>Local time of day, "07:30".</summary>
    public string At { get; init; } = "07:30";

    /// <summary>Time zone by its IANA name, "Europe/Berlin".</summary>
    public string Zone { get; init; } = "UTC";
}

/// <summary>What Discord needs; all of it is in the developer portal.</summary>
public sealed record DiscordSettings
{
    /// <summary>The application's public key, 64 hexadecimal digits; opens /discord/interactions.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The bot's token; needed to post digests, to write the menu of commands, and to fetch commands over the gateway.</summary>
    public string? BotToken { get; init; }

    /// <summary>Id of the application; only the invitation needs it, and only where no token is set.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Id of the channel that gets the daily digest.</summary>
    public string? DigestChannel { get; init; }

    /// <summary>Base address of the REST interface; another for tests or a compatible server.</summary>
    public string RestAddress { get; init; } = "https://discord.com/api/v10/";

    /// <summary>Address of the gateway (wss://…); null for the one that Discord names. The gateway is used when a token is set and no public key.</summary>
    public string? GatewayAddress { get; init; }
}

/// <summary>What Slack needs; all of it is on the app's pages.</summary>
public sealed record SlackSettings
{
    /// <summary>The app's signing secret; opens /slack/commands. While it is being changed: the old and the new one with a comma between.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>The slash command's name, as the app's manifest has it.</summary>
    public string Command { get; init; } = "/digestbot";

    /// <summary>The app's token (xapp-…) with the scope connections:write; opens a socket to Slack, which needs no public address.</summary>
    public string? AppToken { get; init; }

    /// <summary>The bot's token (xoxb-…); needed to post digests and to answer mentions.</summary>
    public string? BotToken { get; init; }

    /// <summary>Id of the channel that gets the daily digest.</summary>
    public string? DigestChannel { get; init; }

    /// <summary>The public door's address from outside ("https://bot.example.org"): where installations come back to.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>The app's client id; with the secret it opens /slack/install, by which any workspace installs the app.</summary>
    public string? ClientId { get; init; }

    /// <summary>The app's client secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Ids of users (U…), with commas between, who may what otherwise the workspace's admins alone may.</summary>
    public string Managers { get; init; } = "";

    /// <summary>Base address of the Web API; another for tests or a compatible server.</summary>
    public string ApiAddress { get; init; } = "https://slack.com/api/";

    /// <summary>Where installations are agreed to; another for tests or a compatible server.</summary>
    public string AuthorizeAddress { get; init; } = "https://slack.com/oauth/v2/authorize";

    /// <summary>Where late answers may be sent: the origins, with commas between, that a command's response_url may have.</summary>
    public string ResponseAddresses { get; init; } = "https://hooks.slack.com,https://hooks.slack-gov.com";
}
