namespace Glassbox.Ledger;

/// <summary>Lets one writer in at a time, among all processes that use the ledger.</summary>
internal static class LedgerLock
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int WindowsLockViolation = unchecked((int)0x80070021);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for its turn; null when it did not come within five seconds.</summary>
    public static async Task<IDisposable?> TakeAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return LedgerFiles.OpenPrivate(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                if (time.GetElapsedTime(began) > Patience) return null;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static bool IsHeldByAnother(IOException exception) => exception.HResult switch
    {
        WindowsSharingViolation or WindowsLockViolation => OperatingSystem.IsWindows(),
        LinuxWouldBlock => OperatingSystem.IsLinux(),
        MacWouldBlock => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD(),
        _ => false,
    };
}
