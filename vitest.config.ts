import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A loaded machine is slow, never wrong: the limit only ends a hang.
    testTimeout: 30_000,
    sequence: { shuffle: true },
  },
});
