-- SPDX-License-Identifier: GPL-2.0-only OR MIT
-- What an editor knows about the tcp binding: Transmission Control Protocol header. Generated from
---specs/wire/tcp.yaml.
-- luacheck: no unused args

---@meta tcp

---Transmission Control Protocol header.
---@class tcp
---@field sport integer source port
---@field dport integer destination port
---@field seq integer sequence number of the first byte of the payload, or of SYN
---@field ack_seq integer next sequence number that the sender expects, when ack is set
---@field doff integer length of the header with its options, in 32-bit words
---@field reserved integer sent as 0; the last bit is used by accurate ECN
---@field cwr boolean congestion window reduced
---@field ece boolean echo of explicit congestion notification
---@field urg boolean the urgent pointer means something
---@field ack boolean the acknowledgment number means something
---@field psh boolean the receiver should hand the data over at once
---@field rst boolean reset the connection
---@field syn boolean synchronize sequence numbers
---@field fin boolean the sender has no more data
---@field window integer bytes that the sender can take, to be scaled (RFC 7323)
---@field check integer checksum of pseudo-header, header and payload
---@field urg_ptr integer end of the urgent data, from seq on, in bytes
---@field options? luadata.block options, padded to a multiple of four bytes
---@field payload? luadata.block what the segment carries

---The layout tcp. Calling it makes a view; what one does with a view is here too.
---@class tcp.layout
---@overload fun(block: luadata.block, offset?: integer): tcp?, string?
---@field has fun(view: tcp, field: string): boolean
---@field set fun(view: tcp, values: table<string, any>)
---@field name fun(view: tcp, field: string): string?
---@field dump fun(view: tcp): string

---@type tcp.layout
local tcp = {}

return tcp
