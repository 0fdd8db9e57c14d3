// Every test talks to processes that do the work; more than two at a time would only make each of them late.
[assembly: LevelOfParallelism(2)]
[assembly: Parallelizable(ParallelScope.Fixtures)]
