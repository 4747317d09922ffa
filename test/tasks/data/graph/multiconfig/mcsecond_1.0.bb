# Its task gets the dependencies of mcpot's too.
LICENSE = "MIT"
addtask zip before do_build
do_zip[mcdepends] = "mc::urn:leaves:do_pick mc:urn::leaves:do_build"
do_zip () {
    :
}
