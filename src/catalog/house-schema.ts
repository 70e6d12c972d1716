/** The file house.yaml in a team's folder of house rules; everything else there has the shape of data/. */
import { z } from "zod";

export const houseSchema = z.strictObject({
  /** What the team is called on its cards: "Acme". */
  name: z.string().trim().min(1).max(30),
  /** Whose code comes first, by id: "fastapi". */
  framework: z.string().exactOptional(),
  /** Where to look when a code turns up: one link per status key. */
  runbooks: z
    .array(
      z.strictObject({
        status: z.string(),
        label: z.string().trim().min(1).max(60),
        url: z.url({ protocol: /^https?$/ }),
      }),
    )
    .max(100)
    .default([]),
});
