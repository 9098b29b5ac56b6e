-- For wrk: GET of each path of a file in turn (a line: path, tab, length of the right answer's body).
-- Arguments after "--": the file, the Accept-Encoding (or "identity"), and "check" to compare every answer's status and
-- length with the file's, which costs wrk time and needs as many threads as connections: only then does an answer belong
-- to the thread's last request.

local requests, lengths, at = {}, {}, 0
local threads = {}
wrong = 0

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("number", #threads)
end

function init(args)
  wrk.headers["Accept-Encoding"] = args[2]
  for line in io.lines(args[1]) do
    local path, length = line:match("^([^\t]*)\t(%d+)$")
    requests[#requests + 1] = wrk.format("GET", path)
    lengths[#lengths + 1] = tonumber(length)
  end
  at = (number * 7919) % #requests
  if args[3] == "check" then
    response = function(status, _, body)
      if status ~= 200 or #body ~= lengths[at] then
        wrong = wrong + 1
      end
    end
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local sum = 0
  for _, thread in ipairs(threads) do
    sum = sum + thread:get("wrong")
  end
  local e = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %f, "bytes": %d, "p50": %f, "p99": %f, "failed": %d, "wrong": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout, sum))
end
