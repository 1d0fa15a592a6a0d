using DigestBot.Digests;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>What became of one channel's digest.</summary>
internal enum PostResult
{
    /// <summary>It is in the channel.</summary>
    Posted,

    /// <summary>The day's digest was there before.</summary>
    AlreadyPosted,

    /// <summary>Nobody said anything.</summary>
    NothingToPost,

    /// <summary>The platform refused it; it can be tried again.</summary>
    Refused,

    /// <summary>Nobody knows whether it arrived: it is not repeated.</summary>
    Unknown,

    /// <summary>It is being posted, perhaps by another process over the same archive.</summary>
    BeingPosted,
}

/// <summary>
/// Posts the day's digest to each channel, once a day even over restarts: the delivery is written before the post and after it, and one whose
/// outcome is unknown is looked for in the channel; where that does not tell it is not repeated but said in the log.
/// </summary>
internal sealed class DigestPoster(Store store, DigestEdition edition, DigestClock time, IEnumerable<IDigestChannel> channels, ILogger<DigestPoster> log) : IDisposable
{
    // More than all attempts and waits of a platform's client together: whoever has not ended by then was stopped.
    private static readonly TimeSpan _longestPost = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _posting = new(1, 1);

    /// <summary>The channels that are set up.</summary>
    public IReadOnlyList<IDigestChannel> Channels { get; } = [.. channels.Where(c => c.Name is not null)];

    /// <summary>Posts today's digest to the channel, unless that was done or begun.</summary>
    public async Task<PostResult> PostTodayAsync(IDigestChannel channel, CancellationToken cancel)
    {
        await _posting.WaitAsync(cancel);
        try
        {
            var delivery = await store.FindDeliveryAsync(channel.Name!, time.Today, cancel) ?? await ComposeAsync(channel, cancel);
            return delivery?.State switch
            {
                null => PostResult.NothingToPost,
                DeliveryState.Posted => PostResult.AlreadyPosted,
                DeliveryState.Unknown => PostResult.Unknown,
                DeliveryState.Posting when time.Now - delivery.Changed < _longestPost => PostResult.BeingPosted,
                DeliveryState.Posting => await ResumeAsync(channel, delivery, cancel),
                _ => await PostAsync(channel, delivery, cancel),
            };
        }
        finally
        {
            _posting.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _posting.Dispose();

    /// <summary>What was said since the last digest there; at first all that there is. Null where that is nothing.</summary>
    private async Task<Delivery?> ComposeAsync(IDigestChannel channel, CancellationToken cancel)
    {
        var since = await store.LastDeliveryAsync(channel.Name!, cancel);
        return await edition.ComposeAsync(Command.LocalWorkspace, since, cancel) is { } digest
            ? await store.ComposeDeliveryAsync(channel.Name!, time.Today, channel.Compose(digest), cancel)
            : null;
    }

    /// <summary>The bot was stopped while it was being posted: what is not in the channel is posted now.</summary>
    private async Task<PostResult> ResumeAsync(IDigestChannel channel, Delivery delivery, CancellationToken cancel)
    {
        try
        {
            if (await channel.FindAsync(delivery, cancel) is not { } id)
            {
                await store.MoveDeliveryAsync(delivery, DeliveryState.Composed, cancel: cancel);
                return await PostAsync(channel, delivery with { State = DeliveryState.Composed }, cancel);
            }
            await store.MoveDeliveryAsync(delivery, DeliveryState.Posted, id, CancellationToken.None);
            log.LogInformation("The digest of {Day} is in {Channel}: it was posted before the bot was stopped", delivery.Day, delivery.Channel);
            return PostResult.Posted;
        }
        catch (PostException error)
        {
            return await GiveUpAsync(delivery, $"the bot was stopped while it was being posted; {error.Message}", CancellationToken.None);
        }
    }

    private async Task<PostResult> PostAsync(IDigestChannel channel, Delivery delivery, CancellationToken cancel)
    {
        if (!await store.MoveDeliveryAsync(delivery, DeliveryState.Posting, cancel: cancel))
        {
            return PostResult.AlreadyPosted;
        }

        delivery = delivery with { State = DeliveryState.Posting };
        try
        {
            var id = await channel.PostAsync(delivery, cancel);
            // Whoever stops the bot now must not make it post twice.
            await store.MoveDeliveryAsync(delivery, DeliveryState.Posted, id, CancellationToken.None);
            log.LogInformation("The digest of {Day} is posted to {Channel}", delivery.Day, delivery.Channel);
            return PostResult.Posted;
        }
        catch (PostException error) when (error.IsOutcomeKnown)
        {
            await store.MoveDeliveryAsync(delivery, DeliveryState.Composed, cancel: CancellationToken.None);
            log.LogError("The digest of {Day} was not posted to {Channel}: {Reason}", delivery.Day, delivery.Channel, error.Message);
            return PostResult.Refused;
        }
        catch (PostException error)
        {
            return await GiveUpAsync(delivery, error.Message, CancellationToken.None);
        }
    }

    private async Task<PostResult> GiveUpAsync(Delivery delivery, string reason, CancellationToken cancel)
    {
        await store.MoveDeliveryAsync(delivery, DeliveryState.Unknown, cancel: cancel);
        log.LogError("Nobody knows whether the digest of {Day} is in {Channel} ({Reason}). It is not posted again; look into the channel.", delivery.Day, delivery.Channel, reason);
        return PostResult.Unknown;
    }
}
