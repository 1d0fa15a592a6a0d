namespace DigestBot.Chat;

/// <summary>One thing that was looked at when a platform was checked.</summary>
/// <param name="IsFine">Whether nothing is to be done.</param>
/// <param name="Words">What there is, or what is wrong and what to do.</param>
internal sealed record Finding(bool IsFine, string Words)
{
    public static Finding Fine(string words) => new(true, words);

    public static Finding Wrong(string words) => new(false, words);
}
