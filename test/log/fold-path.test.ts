import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createPathFolder } from "../../src/log/fold-path.js";

function fold(path: string): string {
  const bytes = new TextEncoder().encode(path);
  return createPathFolder().fold(bytes, 0, bytes.length).text;
}

describe("paths", () => {
  test.each([
    ["/users/8841/orders/3f2a9c71", "/users/:id/orders/:id"],
    ["/v1/cart/5512", "/v1/cart/:id"],
    ["/v2/users", "/v2/users"],
    ["/", "/"],
    ["/search?q=secret&token=abc", "/search"],
    ["/page#top", "/page"],
    ["https://api.example.com/v1/items/77?x=1", "/v1/items/:id"],
    ["https://user:pass@api.example.com/v1", "/v1"],
    ["/users/jane@example.com/avatar", "/users/:email/avatar"],
    ["/users/jane%40example.com", "/users/:email"],
    ["/files/123e4567-e89b-12d3-a456-426614174000", "/files/:id"],
    ["/reports/2026-11-21", "/reports/:id"],
    ["/static/app.3f2a9c71.js", "/static/app.:id.js"],
    ["/reset/eyJhbGciOiJIUzI1NiJ9abc123XYZ789", "/reset/:token"],
    ["/articles/how-to-write-good-error-messages", "/articles/how-to-write-good-error-messages"],
    ["/reports/annual-report-2026.pdf", "/reports/annual-report-:id.pdf"],
    ["/health;jsessionid=12AB", "/health"],
    ["/v1/AKIAQ3EGRWZX7MPLKTNB/x", "/v1/:token/x"],
    ["/basic/dXNlcjpwYXNzd29yZA==", "/basic/:token"],
    ["/share/kQzXwVpLmNbRtYhJgFdS", "/share/:token"],
    ["/password/Sup3rS3cret!", "/password/:token"],
    ["/token/hunter2secret", "/token/:token"],
    ["/password/reset", "/password/reset"],
    ["/auth/login", "/auth/login"],
    ["/x&token=abcsecret", "/x"],
    ["/api/GetCallerIdentityResponse", "/api/GetCallerIdentityResponse"],
    ["/-/package/@acme/tool", "/-/package/@acme/tool"],
    ["/api/orders.json", "/api/orders.json"],
  ])("%s becomes %s", (path, folded) => {
    expect(fold(path)).toBe(folded);
  });

  it("that fold to the same share one object", () => {
    const { fold: folder } = createPathFolder();
    const one = (path: string) => folder(new TextEncoder().encode(path), 0, path.length);
    expect(one("/users/1234")).toBe(one("/users/99887"));
  });

  it("never keep a query, a fragment or an address of a person", () => {
    const part = fc.string({
      unit: fc.constantFrom("a", "B", "7", "@", "?", "#", "/", ".", "-", "%", "ü"),
      maxLength: 80,
    });
    fc.assert(
      fc.property(part, (path) => {
        expect(fold(`/${path}`)).not.toMatch(/[?#]|[^/]@/);
      }),
    );
  });

  it("of any length stay short", () => {
    expect(fold("/@".repeat(5_000)).length).toBeLessThanOrEqual(73);
    expect(fold(`/${"word/".repeat(900)}`).length).toBeLessThanOrEqual(73);
  });
});
