// Loaded before the server (`--import`): whoever started it being gone, even by kill -9, it ends in order.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Neither the listener nor the channel is a reason to stay.
process.channel?.unref()
