namespace YbPay.Cli.Tests.Bench;

/// <summary>Tests that measure: neither beside each other nor beside any other test of this project.</summary>
[CollectionDefinition(nameof(AloneOnTheMachine), DisableParallelization = true)]
public sealed class AloneOnTheMachine;
