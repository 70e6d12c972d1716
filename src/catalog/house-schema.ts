/** The file house.yaml in a team's folder of house rules; everything else there has the shape of data/. */
import { z } from "zod";

export const houseSchema = z.strictObject({
  /** What the team is called on its cards: "Acme". */
  name: z.string().trim().min(1).max(30),
  /** Whose code comes first, by id: "fastapi". */
  framework: z.string().exactOptional(),
  /**
   * Where to look: for a status by its key, for a path that fails in a log, or for both together. In a path `*` stands
   * for one part or a piece of it, `**` at the end for everything below: "/v1/checkout/**".
   */
  runbooks: z
    .array(
      z
        .strictObject({
          status: z.string().exactOptional(),
          path: z
            .string()
            .regex(/^\/[^\s?#]*$/, "must begin with a slash, without a query")
            .max(200)
            .exactOptional(),
          label: z.string().trim().min(1).max(60),
          url: z.url({ protocol: /^https?$/ }),
        })
        .refine(({ status, path }) => status !== undefined || path !== undefined, "names neither a status nor a path"),
    )
    .max(100)
    .default([]),
});
