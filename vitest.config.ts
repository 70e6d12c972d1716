import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A loaded machine is slow, never wrong: the limit only ends a hang.
    testTimeout: 30_000,
    sequence: { shuffle: true },
    // Much of the time is waiting for sockets: all cores can be used.
    maxWorkers: "100%",
  },
});
