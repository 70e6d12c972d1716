/** Words that tell, in a message that was not addressed to the bot, whether its numbers are HTTP statuses. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What may stand right before a status code in a question about it. Anything else (room, PR, bus, port) may own the number. */
export const BEFORE_CODE = words(
  "a about actual an and answer answers are as be between both cache caches cause causes code codes compare error errors every difference diff do does explain follow follows for from get gets getting give gives " +
    "giving got handle handling http https i ie in index instead into is it just keep keeps like mean means n need of or over out plain prefer pure raise raises raising real " +
    "receive received respond responding responds response responses return returned returning returns seeing retry send sending sends sent should show shows " +
    "stands status statuses than that the these this those throw throwing throws to use using v versus vs was what whats when why with would",
);

/** What may stand right after it. A noun there (tickets, ms, street) would be what is counted. */
export const AFTER_CODE = words(
  "a about actually after again all allow allowed allows also an apply applies carry carries change changes count counts imply implies include includes trigger triggers an and any anyway are as at back be because before being better but by cacheable cached caching can code codes come comes correct did " +
    "diff differ difference different does due error errors even ever exactly exist exists for forever from get gets good happen happens has have here http i if in instead is it keep " +
    "like mean means meant must n need needs not of ok okay on once only or over page pages please pls possible properly really redirect redirects request requests " +
    "response responses retryable retry right safe same should so stand stands status statuses still than that the then there thing to too using v valid versus vs was what " +
    "whats when where which while why with without work works would wrong you",
);

/** Words of web servers, clients and interfaces. */
export const CONTEXT = words(
  "angular api apis asp aspnet auth authorization aws axios backend browser browsers bucket cache cacheable cached caches caching cdn client clients cloudflare cookie cookies cors crawler " +
    "curl dio django dns elb endpoint endpoints envoy express fastapi fastify fetch flask frontend gateway get google graphql guzzle haproxy header headers htaccess http https httpx iis " +
    "ingress json jwt laravel lambda login microservice middleware nestjs next nginx node oauth okhttp origin patch payload php post postman preflight proxies proxy put query rails " +
    "redirect redirected redirects reqwest request requests respond response responses rest retries retry route router s3 seo server servers service session shopify spring status " +
    "swagger throttle throttled throttling timeout tls token tomcat traefik unauthenticated upload upstream uri url urls varnish webhook webhooks websocket wordpress",
);

/** Replies, returns and codes of other worlds: their numbers look alike. */
export const OTHER_CODES = words(
  "smtp ftp sftp sip imap mysql mariadb oracle ora sqlstate errno exit zip area postal phone dial flight highway interstate route66 apartment apt suite room rooms gate platform " +
    "bus train tram metro line lane street avenue chapter verse section paragraph isbn usd eur dollars euros score scored bmw boeing airbus plane jersey calories bpm extension " +
    "printer dishwasher washer washing dryer laundry car engine oven stove fridge freezer tv television xbox playstation boiler heater heating drone scooter kelvin celsius fahrenheit psalm hotel",
);

/** What else a bare question to the room is made of. A comparison with any other word in it needs evidence beyond its numbers. */
export const ASKING_WORDS = words(
  "am anybody anyone can could define difference differences differently diff do does doesnt dont everyone exactly explain folks guys hello help hey hi i idea isnt it know me need " +
    "one our out question quick really remember remind rule see somebody someone sure tell thats them thumb two understand vs we whether wondering wonder works yall you your",
);

/** The codes that developers talk about without saying "HTTP". */
export const EVERYDAY_CODES: ReadonlySet<number> = new Set([
  200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500,
  501, 502, 503, 504,
]);
