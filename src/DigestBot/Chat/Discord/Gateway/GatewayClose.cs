namespace DigestBot.Chat.Discord.Gateway;

/// <summary>The numbers with which Discord closes a connection, as its documentation tells them apart.</summary>
internal static class GatewayClose
{
    /// <summary>With which we close where the session is to go on: 1000 and 1001 would end it.</summary>
    public const int Ours = 4000;

    /// <summary>Why connecting again cannot help; null where it can.</summary>
    public static string? Fatal(int code) => code switch
    {
        4004 => "the token is not valid: copy it anew into DIGESTBOT_DISCORD__BOTTOKEN",
        4010 => "Discord does not accept the shard's number; start the bot again",
        4011 => "the bot is in more servers than one connection serves; start the bot again, and it asks for more",
        4012 => "Discord no longer speaks this version of its protocol; a newer version of the bot does",
        4013 or 4014 => "Discord does not accept the bot's intents; a newer version of the bot may help",
        _ => null,
    };

    /// <summary>Whether the session is over, so that a new one must be begun.</summary>
    public static bool EndsSession(int code) => code is 1000 or 1001 or 4003 or 4007 or 4009;
}
